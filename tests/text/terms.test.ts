import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_WORD } from '../../src/text/dictionary/bilingual-dictionary.ts'
import { kindOf, numeronymOf, shortFormOf, type TermKind, type Terms, termsOf } from '../../src/text/terms.ts'
import { smallDictionary } from '../support/corpora/small-corpus.ts'

function terms(text: string): Terms {
  return termsOf(text, smallDictionary())
}

function keysOf(text: string, kind: TermKind): string[] {
  return [...terms(text)].flatMap(([key, term]) => (term.kind === kind ? [key] : []))
}

describe('termsOf', () => {
  it('finds every dictionary word, those that overlap too', () => {
    expect(keysOf('收購公司', 'word')).toEqual(['收购', '公司'])
    expect(keysOf('紅茶葉子', 'word')).toEqual(['红茶', '茶叶', '叶子'])
  })

  it('finds Taiwan words under those of the mainland', () => {
    expect(keysOf('伺服器', 'word')).toContain('服务器')
    expect(terms('伺服器')).toEqual(terms('服务器'))
  })

  it('takes two neighbours for a bigram, whatever they mean, and none across a gap', () => {
    expect(keysOf('思杰賣', 'bigram')).toEqual(['·思杰', '·杰卖'])
    expect(keysOf('思,杰', 'bigram')).toEqual([])
    expect(keysOf('思Citrix杰', 'bigram')).toEqual([])
  })

  it('keeps a bigram apart from the word with the same characters', () => {
    const found = terms('收购')
    expect(found.get('收购')?.kind).toBe('word')
    expect(found.get('·收购')?.kind).toBe('bigram')
  })

  it.each([
    ['the 200KB limit', '200 KB'],
    ['Ｄｏｃｋｅｒ', 'docker'],
    ['Amazon’s cloud', 'amazon'],
    ["Docker's", 'Docker'],
    ['containers', 'container'],
    ['acquired', 'acquires'],
    ['收購', '收购'],
    ['2014年11月', '11月'],
    ['CoreOS推出了Rocket', 'rocket'],
  ])('lets %s be found by %s', (text, question) => {
    const held = terms(text)
    const asked = [...terms(question).keys()]
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.some((key) => held.has(key))).toBe(true)
  })

  it.each([
    ['Node.js', ['node', 'js']],
    ['berkeley.edu', ['berkelei', 'edu']],
    ['Linux-VServer', ['linux', 'server']],
    ['getTimerCount', ['get', 'timer', 'count']],
    ['XMLHttpRequest', ['xml', 'http', 'request']],
    ['node_modules', ['node', 'modul']],
  ])('knows the parts of %s', (text, parts) => {
    const held = keysOf(text, 'part')
    expect(held).toEqual(expect.arrayContaining(parts.map((part) => `~${part}`)))
  })

  it.each([
    ['git merge --no-ff', '`--no-ff'],
    ['HEAD^2', '`head^2'],
    ['<<<<<<< HEAD', '`<<<<<<<'],
    ['echo $?', '`$?'],
    ['x => y', '`=>'],
    ['see .gitignore', '`.gitignore'],
    ['@scope/pkg', '`@scope'],
  ])('knows the signs of %s', (text, key) => {
    expect(keysOf(text, 'symbol')).toContain(key)
  })

  it('takes punctuation for no sign', () => {
    expect(keysOf('Well -- yes... (really?!) — "so": a - b --- c', 'symbol')).toEqual([])
  })

  it('tells languages apart by their signs', () => {
    expect(keysOf('C C++ C#', 'latin')).toEqual(['c', 'c++', 'c#'])
  })

  it.each([
    ['Docker', 'dock'],
    ['internationalization', 'interchangeabilities'],
    ['Java', 'JavaScript'],
    ['2014', '2015'],
    ['收购', '公司'],
    ['k8s', 'k9s'],
  ])('does not let %s be found by %s', (text, question) => {
    const held = terms(text)
    expect([...terms(question).keys()].filter((key) => held.has(key))).toEqual([])
  })

  it('keeps numbers whole', () => {
    expect(keysOf('1.5億美元,2014年,v2', 'number')).toEqual(['1.5', '2014'])
    expect(keysOf('１２３', 'number')).toEqual(['123'])
    expect(keysOf("the 80s, or 90's", 'number')).toEqual(['80', '90'])
  })

  it('remembers how a word was written', () => {
    expect(terms('Kubernetes').get('kubernet')).toEqual({ kind: 'latin', count: 1, surface: 'kubernetes' })
  })

  it('counts', () => {
    const found = terms('Docker docker 收購與收购 DOCKER')
    expect(found.get('docker')?.count).toBe(3)
    expect(found.get('收购')?.count).toBe(2)
  })

  it('leaves out words that only say how something is asked', () => {
    expect([...terms('what is the').keys()]).toEqual([])
    expect(keysOf('這是什麼?為什麼?', 'word')).toEqual([])
    expect(keysOf('的了是', 'character')).toEqual([])
  })

  it.each([
    '',
    '   ',
    '?!。,「」',
    '🚀👨‍👩‍👧',
    '\ud842',
    'نعم',
    '---',
    '#',
    '·',
  ])('finds nothing in "%s"', (text) => {
    expect([...terms(text)]).toEqual([])
  })

  it('takes letters with their accents, composed or not', () => {
    expect([...terms('cafe\u0301').keys()]).toEqual([...terms('caf\u00e9').keys()])
  })

  it('takes characters beyond the basic plane for one', () => {
    expect(keysOf('𠮷野家', 'character')).toEqual(['𠮷', '野', '家'])
    expect(keysOf('𠮷野家', 'bigram')).toEqual(['·𠮷野', '·野家'])
  })

  it('is not fooled by names of object properties', () => {
    expect([...terms('__proto__ constructor').keys()]).toContain('constructor')
  })

  it('gives no more terms than the text has characters, times what begins at one', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'收購公司茶葉a1.-_ ,'), maxLength: 300 }), (text) => {
        expect(terms(text).size).toBeLessThanOrEqual(text.length * (LONGEST_WORD + 1))
      }),
    )
    expect(terms('收购公司'.repeat(25_000)).size).toBeLessThan(20)
    expect(terms('a'.repeat(100_000)).size).toBeLessThan(4)
  })

  it('gives keys from which their kind can be told, and counts from 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const [key, { kind, count }] of terms(text)) {
          expect(kindOf(key)).toBe(kind)
          expect(count).toBeGreaterThanOrEqual(1)
        }
      }),
    )
  })

  it('does not depend on width, script or the case of a whole text', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'收購公司茶葉dk.'), maxLength: 40 })
    fc.assert(
      fc.property(texts, (text) => {
        const wide = text.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
        expect([...terms(wide)]).toEqual([...terms(text.toUpperCase())])
      }),
    )
  })
})

describe('numeronymOf', () => {
  it.each([
    ['k8s', '#k8s', 'kubernetes'],
    ['i18n', '#i18n', 'internationalization'],
    ['a11y', '#a11y', 'accessibility'],
  ])('lets %s look up names of its shape, and no name another', (short, key, name) => {
    expect(numeronymOf(short)).toBe(key)
    expect(numeronymOf(name)).toBeUndefined()
    expect(shortFormOf(name)).toBe(short)
    expect(keysOf(name, 'numeronym')).toEqual([key])
    expect(keysOf(short, 'numeronym')).toEqual([])
  })

  it.each([
    'docker',
    'k8',
    '8s',
    'openstack',
    'node.js',
    'k888s',
    '收购收购收购收购收购',
  ])('knows none for %s', (word) => {
    expect(numeronymOf(word)).toBeUndefined()
  })
})
