import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { IndexError } from '../../src/errors.ts'
import { CEDICT_FILE, dictionaryVersion } from '../../src/indexing/dictionary-version.ts'
import { loadDictionary, parseCedict, readCedict } from '../../src/indexing/load-dictionary.ts'

describe('readCedict', () => {
  it('refuses data that are not those of this version, be it by one byte', () => {
    const file = readFileSync(CEDICT_FILE)
    const middle = file.length >> 1
    file[middle] = (file[middle] ?? 0) ^ 1
    expect(() => readCedict(file)).toThrow(IndexError)
    expect(() => readCedict(file)).toThrow(/cc-cedict\.tsv\.gz is not the file .* restore it/)
  })
})

describe('parseCedict', () => {
  it('reads an entry a line, and no comment', () => {
    const text = '# CC-CEDICT\n綹\t绺\tliu3\ttuft (of hair etc)/skein\n3C\t3C\tsan1 C\tcomputers\n'
    expect([...parseCedict(text)]).toEqual([
      ['綹', '绺', 'liu3', ['tuft (of hair etc)', 'skein']],
      ['3C', '3C', 'san1 C', ['computers']],
    ])
    expect([...parseCedict('')]).toEqual([])
  })

  it('finds the forms and the pinyin of every entry', () => {
    let entries = 0
    // An entry may lack meanings: those of a variant stand with its main form.
    for (const [traditional, simplified, pinyin] of parseCedict(readCedict(readFileSync(CEDICT_FILE)))) {
      entries++
      if ([traditional, simplified, pinyin].includes('')) expect.unreachable(traditional)
    }
    expect(entries).toBe(124_263)
  })
})

describe('loadDictionary', () => {
  it('puts its version into the dictionary, whose words are those of the data', async () => {
    const dictionary = await loadDictionary()
    expect(dictionary.data.version).toBe(dictionaryVersion())
    expect(dictionary.has('购买')).toBe(true)
  })
})
