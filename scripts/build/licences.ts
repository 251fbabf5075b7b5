import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of a package, from a file in it. */
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i

interface PackageFile {
  readonly name: string
  readonly version: string
  readonly license?: string
}

/**
 * The licences of all packages that bundles hold, which have to go wherever the bundles go.
 *
 * @param root folder of the project
 * @param inputs files that were bundled, by their paths below it
 */
export function licencesOf(root: string, inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => PACKAGE.exec(input)?.[0] ?? []))
  return [...folders]
    .sort()
    .map((folder) => licenceOf(join(root, folder)))
    .join('\n\n')
}

function licenceOf(folder: string): string {
  const { name, version, license }: PackageFile = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return [`${name} ${version}, ${license ?? 'see its text'}`, ...texts].join('\n\n')
}
