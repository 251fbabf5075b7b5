import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const TIMEOUT = 300_000

const ARTICLE = `# Lambda

On 14 November 2014 Amazon released Lambda. It runs code without servers to look after.

Firebase was bought by Google in October 2014.
`

/** Another program that has installed Footnote, without a network: its packages are those that are here. */
describe('an installed package', { timeout: TIMEOUT }, () => {
  let folder: string
  let chain: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-package-'))
    const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder])
    const modules = join(folder, 'node_modules')
    await mkdir(join(modules, 'footnote'), { recursive: true })
    const archive = join(folder, stdout.trim().split('\n').at(-1) ?? '')
    await run('tar', ['-xzf', archive, '-C', join(modules, 'footnote'), '--strip-components=1'])
    const { dependencies } = JSON.parse(await readFile(join(modules, 'footnote/package.json'), 'utf8'))
    for (const name of [...Object.keys(dependencies), '@types/node']) {
      await mkdir(dirname(join(modules, name)), { recursive: true })
      await symlink(resolve('node_modules', name), join(modules, name))
    }
    await mkdir(join(folder, 'corpus'))
    await writeFile(join(folder, 'corpus/lambda.md'), ARTICLE)
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    const readme = await readFile('README.md', 'utf8')
    chain = /## In a LangChain chain\n\n```ts\n(.*?)```/s.exec(readme)?.[1] ?? ''
  }, TIMEOUT)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('runs the chain of the README', async () => {
    const print = 'console.log(JSON.stringify({ answer, citations, paragraphs }))'
    await writeFile(join(folder, 'chain.mjs'), `${chain}${print}\n`)
    const { stdout } = await run('node', ['chain.mjs'], { cwd: folder })
    const { answer, citations, paragraphs } = JSON.parse(stdout)
    expect(answer).toContain('14 November 2014')
    expect(citations[0].quote).toBe('On 14 November 2014 Amazon released Lambda.')
    expect(paragraphs[0].metadata).toMatchObject({ article: 'lambda', title: 'Lambda' })
  })

  it('has types for it', async () => {
    await writeFile(
      join(folder, 'chain.ts'),
      `${chain}export const quoted: string = citations[0]?.quote ?? answer + paragraphs.length\n`,
    )
    const options = {
      module: 'nodenext',
      target: 'es2023',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
    }
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, files: ['chain.ts'] }),
    )
    await expect(run(resolve('node_modules/.bin/tsc'), ['--project', folder])).resolves.toMatchObject({
      stdout: '',
    })
  })
})
