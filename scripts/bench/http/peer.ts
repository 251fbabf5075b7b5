import { serve } from '@hono/node-server'
import { FakeVectorStore } from '@langchain/core/utils/testing'
import { Hono } from 'hono'
import { BuiltinEmbeddings } from '../../../src/embeddings/builtin.ts'
import { decodeLexicalIndex } from '../../../src/index/lexical/lexical-index.ts'
import { ensureIndex } from '../../../src/indexing/ensure-index.ts'
import { builtinRecipe } from '../../../src/indexing/recipes/builtin-recipe.ts'

// A service to compare with, in a process of its own: `bare <bytes>` or `langchain <corpus> <index>`.

async function bare(bytes: number): Promise<Hono> {
  const body = JSON.stringify({ answer: 'x'.repeat(bytes - '{"answer":""}'.length) })
  return new Hono().post('/ask', async (c) => {
    await c.req.json()
    return c.body(body, 200, { 'Content-Type': 'application/json' })
  })
}

/** LangChain's store of vectors in memory, which it keeps for tests since the one for users has left its core. */
async function langchain(corpusDirectory: string, indexDirectory: string): Promise<Hono> {
  const { index } = await ensureIndex({ corpusDirectory, indexDirectory, recipe: builtinRecipe })
  const embeddings = new BuiltinEmbeddings(decodeLexicalIndex(index.lexicalIndex).dictionary)
  const store = new FakeVectorStore(embeddings)
  const { paragraphCount } = index.library
  const paragraphs = Array.from({ length: paragraphCount }, (_, row) => index.library.paragraphAt(row))
  await store.addDocuments(paragraphs.map(({ id, text }) => ({ pageContent: text, metadata: { id } })))
  const retriever = store.asRetriever(3)
  return new Hono().post('/ask', async (c) => c.json(await retriever.invoke((await c.req.json()).question)))
}

async function main([kind, ...args]: readonly string[]): Promise<void> {
  const [first = '', second = ''] = args
  const app = kind === 'langchain' ? await langchain(first, second) : await bare(Number(first))
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
    process.stdout.write(`${JSON.stringify({ msg: 'Listening', origin: `http://127.0.0.1:${port}` })}\n`)
  })
}

await main(process.argv.slice(2))
