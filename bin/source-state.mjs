// Whether dist/ was compiled from the source as it is now.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Written last by a build, see scripts/build.ts. */
const RECORD = 'dist/build.json'

/** What dist/ is made from. package-lock.json stands for all packages. */
const SOURCES = [
  'bin',
  'package-lock.json',
  'scripts/build',
  'scripts/build.ts',
  'scripts/enrich',
  'scripts/enrich.ts',
  'scripts/register-commands.ts',
  'scripts/report',
  'scripts/report.ts',
  'src',
]

/**
 * @typedef {object} BuildRecord
 * @property {string} id names the content of all source files
 * @property {Record<string, string>} files size and times of each of them, by path
 * @property {readonly string[]} outputs files in dist/, by path
 */

/**
 * Whether dist/ was made from this source. Sizes and times tell quickly that nothing was touched; where they differ, the
 * content decides, so that a checkout or a copy compiles nothing for nothing.
 *
 * @param {string} root folder of the project
 */
export function isCurrent(root) {
  const record = readRecord(root)
  if (record === undefined) return false
  const files = sourceFiles(root)
  if (isSame(files, record.files)) return true
  if (sourceId(root, Object.keys(files)) !== record.id) return false
  try {
    writeRecord(root, { ...record, files })
  } catch {
    // Only the next look takes longer.
  }
  return true
}

/**
 * Names the content of the source.
 *
 * @param {string} root folder of the project
 */
export function sourceId(root, paths = Object.keys(sourceFiles(root))) {
  const hash = createHash('sha256')
  for (const path of paths) {
    const content = readFileSync(join(root, path))
    hash.update(`${path}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * Size and times of the source files by their paths, in a fixed order.
 *
 * @param {string} root folder of the project
 */
export function sourceFiles(root) {
  /** @type {Record<string, string>} */
  const files = {}
  for (const source of SOURCES) visit(root, source, files)
  return files
}

/**
 * @param {string} root
 * @param {string} path
 * @param {Record<string, string>} files
 */
function visit(root, path, files) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false })
  if (stats?.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) visit(root, `${path}/${name}`, files)
  } else if (stats?.isFile()) {
    files[path] = `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`
  }
}

/**
 * @param {string} root
 * @returns {BuildRecord | undefined}
 */
export function readRecord(root) {
  try {
    return JSON.parse(readFileSync(join(root, RECORD), 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * @param {string} root
 * @param {BuildRecord} record
 */
export function writeRecord(root, record) {
  const draft = join(root, `${RECORD}.${process.pid}`)
  writeFileSync(draft, JSON.stringify(record))
  renameSync(draft, join(root, RECORD))
}

/**
 * @param {Record<string, string>} left
 * @param {Record<string, string>} right
 */
function isSame(left, right) {
  const paths = Object.keys(left)
  return paths.length === Object.keys(right).length && paths.every((path) => left[path] === right[path])
}
