import { relative, sep } from 'node:path'
import { build } from 'esbuild'
import type { Output } from './write-outputs.ts'

/** What `exports` of package.json offers to other programs. */
const ENTRIES = ['src/entries/footnote.ts', 'src/entries/langchain.ts']

/**
 * Compiles what other programs import. Packages stay outside: a chain must meet the same LangChain as we do. The files
 * lie two folders deep, as those of the programs do.
 *
 * @param id names the source
 */
export async function compileLibrary(root: string, id: string): Promise<Output[]> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir: 'dist/library',
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    packages: 'external',
    write: false,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    define: { 'globalThis.FOOTNOTE_BUILD': JSON.stringify(id) },
    logLevel: 'warning',
  })
  return outputFiles.map(({ path, contents }) => ({
    path: relative(root, path).split(sep).join('/'),
    contents,
  }))
}
