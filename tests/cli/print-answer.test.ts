import { describe, expect, it } from 'vitest'
import { printAnswer } from '../../src/cli/print-answer.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Citation } from '../../src/domain/citation.ts'
import { fakeAsk } from '../support/fake-snapshot.ts'

async function lambdaAnswer(): Promise<Answer> {
  return await fakeAsk({ question: 'Lambda?' })
}

describe('printAnswer', () => {
  it('prints the answer, then its numbered sources with the words around the quote', async () => {
    expect(printAnswer(await lambdaAnswer(), { colours: false })).toBe(
      `2014年11月14日,亞馬遜AWS發布了新產品Lambda。[1]

[1] 雲 <計算> & 容器 · ¶ 1
    當時是2014年11月14日,亞馬遜AWS發布了新產品Lambda。之後一切都變了。
`,
    )
  })

  it('keeps the lines of code and their indentation, and shows the beginning of a long quote', async () => {
    const answer = await lambdaAnswer()
    const code = `if (a) {\n${'  run()\n'.repeat(60)}}`
    const citations = answer.citations.map((citation) => ({
      ...citation,
      quote: code,
      text: code,
      start: 0,
      end: code.length,
    }))
    const printed = printAnswer(
      { ...answer, answer: `\`\`\`\n${code}\n\`\`\`\n\n[1]`, citations },
      { colours: false },
    )
    expect(printed).toContain(`\`\`\`\n${code}\n\`\`\`\n\n[1]\n\n[1] `)
    expect(printed).toMatch(/\n {4}if \(a\) \{ run\(\) run\(\) .{200,300}…\n$/)
  })

  it('links the sources where the service has an address', async () => {
    const printed = printAnswer(await lambdaAnswer(), { colours: false, publicUrl: 'https://example.org' })
    expect(printed).toContain('\n    https://example.org/articles/cloud?mark=aa11.3-34#aa11\n')
  })

  it('underlines the quoted words on a terminal', async () => {
    const printed = printAnswer(await lambdaAnswer(), { colours: true })
    expect(printed).toContain('\u001b[4m2014年11月14日,亞馬遜AWS發布了新產品Lambda。\u001b[24m之後')
  })

  it('shows the surroundings of a quote in a long paragraph, not all of it', async () => {
    const { answer, citations } = await fakeAsk({ question: '最後?' })
    expect(citations[0]?.text.length).toBeGreaterThan(2000)
    const printed = printAnswer({ ...(await lambdaAnswer()), answer, citations }, { colours: false })
    expect(printed).toContain('要從很久以前說起。最後一句在這裡。\n')
    expect(printed.length).toBeLessThan(250)
  })

  it('prints what can be asked behind a reply', async () => {
    const declined = await fakeAsk({ question: '天氣?' })
    const reply = { ...declined, answer: 'Hello!', suggestions: ['What is Docker?', 'Why\u001b[2J?'] }
    expect(printAnswer(reply, { colours: false })).toBe('Hello!\n\n  ? What is Docker?\n  ? Why?\n')
  })

  it('prints what comes nearest when the corpus does not say', async () => {
    const declined = await fakeAsk({ question: '天氣?' })
    const [citation] = (await lambdaAnswer()).citations as [Citation]
    const printed = printAnswer({ ...declined, related: [citation] }, { colours: false })
    expect(printed).toMatch(
      /^文章沒有提到。\n\nNearest passages:\n\n · {2}雲 <計算> & 容器 · ¶ 1\n {4}當時是/,
    )
  })

  it('does not let an article command the terminal', async () => {
    const answer = await lambdaAnswer()
    const text = '\u001b]0;owned\u0007\u001b[2J\r\nab\u0008c'
    const citations = answer.citations.map((citation) => ({ ...citation, text, quote: 'ab', title: text }))
    const printed = printAnswer({ ...answer, answer: text, citations }, { colours: false })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(printed).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
  })
})
