import { describe, expect, it } from 'vitest'
import { readBinaryParts } from '../support/read-parts.ts'
import { type SetLine, writePdf } from '../support/write-pdf.ts'

const lines = (bottom: number, ...texts: string[]): SetLine[] =>
  texts.map((text, at) => ({ text, bottom: bottom - at * 14 }))
const read = (...pages: SetLine[][]) => readBinaryParts(writePdf(pages), 'manual.pdf')

describe('a PDF', () => {
  it('has headings, paragraphs, lists, code and rows, and nothing that stands on every page', async () => {
    const running = (page: number): SetLine[] => [
      { text: `Kettle manual - page ${page}`, bottom: 20 },
      { text: `${page}`, left: 200, bottom: 585 },
    ]
    expect(
      await read(
        [
          ...running(1),
          { text: 'Kettle', bottom: 540, size: 24 },
          ...lines(
            500,
            'The kettle holds two litres of water and turns itself',
            'off after ninety sec-',
            'onds. It is never too full.',
          ),
          ...lines(430, 'Clean it monthly. The remedy against lime is vinegar'),
          { text: 'Warnings', bottom: 390, size: 16 },
          ...lines(360, 'Mind:'),
          { text: '\u0095 Never open the lid while it boils, as steam comes out', bottom: 340 },
          { text: 'of it.', left: 60, bottom: 326 },
          { text: '\u0095 Keep children away.', bottom: 312 },
          ...lines(280, 'Run:'),
          { text: 'kettle on {', bottom: 260, isCode: true },
          { text: 'boil', left: 64.4, bottom: 246, isCode: true },
          { text: '}', bottom: 232, isCode: true },
          { text: 'Model', bottom: 200 },
          { text: 'Litres', left: 200, bottom: 200 },
          { text: 'K1', bottom: 186 },
          { text: '1.7', left: 200, bottom: 186 },
          ...lines(150, 'It is sold in many shops of the country, and in most of'),
        ],
        [
          ...running(2),
          ...lines(540, 'the others as well.'),
          ...lines(500, 'Chapter . . . . . . . . 12', 'The end.'),
        ],
      ),
    ).toEqual([
      '# Kettle',
      'prose: The kettle holds two litres of water and turns itself off after ninety seconds. It is never too full.',
      'prose: Clean it monthly. The remedy against lime is vinegar',
      '## Warnings',
      'prose: Mind: | list: Never open the lid while it boils, as steam comes out of it.\nKeep children away.',
      'prose: Run: | code: kettle on {\n  boil\n}',
      'table: Model\tLitres\nK1\t1.7',
      'prose: It is sold in many shops of the country, and in most of the others as well.',
      'prose: The end.',
    ])
  })

  it('has the title that its author gave it, where the page has none', async () => {
    const page = lines(500, 'Words.')
    expect(await readBinaryParts(writePdf([page], { Title: 'Tea' }), 'a.pdf')).toEqual([
      '# Tea',
      'prose: Words.',
    ])
    expect(await readBinaryParts(writePdf([page], { Title: 'tea.docx' }), 'a.pdf')).toEqual([
      '# a',
      'prose: Words.',
    ])
  })

  it('that is damaged, or holds no text, is named', async () => {
    await expect(readBinaryParts(new TextEncoder().encode('%PDF-1.4 no'), 'x/a.pdf')).rejects.toThrow(
      /^x\/a\.pdf is damaged, or no PDF/,
    )
    await expect(read([])).rejects.toThrow(/^manual\.pdf has no text in it, perhaps pictures/)
  })
})
