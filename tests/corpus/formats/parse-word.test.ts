import { describe, expect, it } from 'vitest'
import { readBinaryParts } from '../support/read-parts.ts'
import { writeWord } from '../support/write-word.ts'

const paragraph = (text: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`

describe('a Word document', () => {
  it('has headings, paragraphs and tables; what was deleted is gone', async () => {
    const body = [
      paragraph('Crane', 'Heading1'),
      paragraph('The crane lifts ten tonnes.'),
      paragraph('Use', 'Heading2'),
      '<w:p><w:r><w:t xml:space="preserve">It is 10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r><w:del><w:r><w:delText> wrong</w:delText></w:r></w:del></w:p>',
      `<w:tbl><w:tr>${cell('Model')}${cell('Tonnes')}</w:tr><w:tr>${cell('C1')}${cell('10')}</w:tr></w:tbl>`,
    ].join('')
    expect(await readBinaryParts(writeWord(body), 'crane.docx')).toEqual([
      '# Crane',
      'prose: The crane lifts ten tonnes.',
      '## Use',
      'prose: It is 10⁶',
      'table: Model\tTonnes\nC1\t10',
    ])
  })

  it('that is damaged is named', async () => {
    await expect(readBinaryParts(new TextEncoder().encode('no'), 'x/a.docx')).rejects.toThrow(
      /^x\/a\.docx is damaged, or no Word document/,
    )
  })
})
