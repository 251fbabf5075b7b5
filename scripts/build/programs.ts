import { relative, sep } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { licencesOf } from './licences.ts'
import type { Output } from './write-outputs.ts'

/** What bin/footnote.mjs runs. */
export const PROGRAMS = [
  'src/entries/node.ts',
  'src/entries/answer-thread.ts',
  'src/entries/cli.ts',
  'src/entries/index.ts',
  'src/entries/mcp.ts',
  'src/entries/discord.ts',
  'scripts/register-commands.ts',
  'scripts/enrich.ts',
  'scripts/report.ts',
]

/** Packages written for CommonJS expect these in every module. */
const COMMONJS = `
import { createRequire as createRequireOf } from 'node:module'
import { dirname as directoryOf } from 'node:path'
import { fileURLToPath as pathOf } from 'node:url'
const require = createRequireOf(import.meta.url)
const __filename = pathOf(import.meta.url)
const __dirname = directoryOf(__filename)
`

/**
 * Bundles the programs with all packages, so that nothing is searched for and little is read when one starts, and no
 * package has to be installed where a release runs. What only some commands need lies in files of its own.
 *
 * The files lie two folders deep, as those of src/ do: both find data/ at the same place.
 *
 * @param id names the source
 */
export async function compilePrograms(root: string, id: string): Promise<Output[]> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: PROGRAMS,
    outdir: 'dist/node',
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    // Names stay as they are: a stack is read by people.
    minify: false,
    legalComments: 'none',
    // Compiled on the machine it runs on, and only for who asks for it.
    external: ['hnswlib-node'],
    banner: { js: COMMONJS },
    define: { 'globalThis.FOOTNOTE_BUILD': JSON.stringify(id) },
    plugins: [withoutZodLocales],
    logLevel: 'warning',
  })
  const programs = outputFiles.map(({ path, contents }) => ({
    path: relative(root, path).split(sep).join('/'),
    contents,
  }))
  const licences = new TextEncoder().encode(licencesOf(root, Object.keys(metafile.inputs)))
  return [...programs, { path: 'dist/node/licences.txt', contents: licences }]
}

/** Zod brings its messages in fifty languages along, which every start would read; ours are English, or our own. */
const withoutZodLocales: Plugin = {
  name: 'without zod locales',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {}' }))
  },
}
