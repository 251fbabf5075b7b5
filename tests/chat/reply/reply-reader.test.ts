import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KnownLabels } from '../../../src/chat/reply/known-labels.ts'
import { ReplyReader } from '../../../src/chat/reply/reply-reader.ts'
import type { ReplyUnit } from '../../../src/chat/reply/reply-unit.ts'

const LABELS = ['KT1', 'KT2', 'KT3', 'RM1', 'RM2', 'CF1']

function read(pieces: readonly string[]) {
  const units: ReplyUnit[] = []
  const reader = new ReplyReader(new KnownLabels(LABELS), (unit) => units.push(unit))
  for (const piece of pieces) reader.add(piece)
  reader.end()
  return { units, saysNotThere: reader.saysNotThere, silence: reader.silence }
}

/** What is claimed with labels, in short: `text <KT1 KT2>`; an unknown label is a question mark. */
function claimsIn(reply: string): string[] {
  return read([reply])
    .units.filter(({ labels, hasUnknownLabel }) => labels.length > 0 || hasUnknownLabel)
    .map(
      ({ text, labels, hasUnknownLabel }) =>
        `${text} <${[...labels, ...(hasUnknownLabel ? ['?'] : [])].join(' ')}>`,
    )
}

describe('ReplyReader', () => {
  it.each<[string, string, string[]]>([
    [
      'labels behind a sentence',
      'Tea came. [KT1]\nIt sold. [KT2, RM1]',
      ['Tea came. <KT1>', 'It sold. <KT2 RM1>'],
    ],
    ['labels before the full stop', 'Tea came [KT1]. It sold [RM1].', ['Tea came <KT1>', 'It sold <RM1>']],
    ['labels before a sentence', '[KT1] Tea came. [RM2] It sold.', ['Tea came. <KT1>', 'It sold. <RM2>']],
    ['labels without brackets', 'KT1: Tea came.\nRM1 | It sold', ['Tea came. <KT1>', 'It sold <RM1>']],
    ['labels in the sentence', 'According to KT1, tea came.', ['tea came. <KT1>']],
    ['a table', '| Tea came | KT1 |\n|---|---|', ['Tea came <KT1>']],
    ['tags', '<claim cite="KT1">Tea came</claim>', ['Tea came <KT1>']],
    [
      'bullets and emphasis',
      '- **Tea** came (KT1).\n2. `It` sold [^RM1]',
      ['Tea came <KT1>', 'It sold <RM1>'],
    ],
    ['Chinese marks', '茶來了【KT1】。賣掉了（來源：RM1）。', ['茶來了 <KT1>', '賣掉了 <RM1>']],
    ['labels spelt otherwise', 'Tea came. [kt-1, KT 2]', ['Tea came. <KT1 KT2>']],
    ['labels that look like words', 'Tea came. [CF1]', ['Tea came. <CF1>']],
    ['a range', 'Tea came. [KT1–KT3]', ['Tea came. <KT1 KT2 KT3>']],
    ['several brackets', 'Tea came. [KT1][RM1]', ['Tea came. <KT1>', ' <RM1>']],
    ['a line of sources', 'Tea came.\nSources: KT1, RM1', ['Tea came. <KT1 RM1>']],
    ['thoughts aloud', '<think>It [RM1]\nNOT_THERE</think>Tea came. [KT1]', ['Tea came. <KT1>']],
    ['an answer behind the end of a thought', 'hm\n</think>\nTea came. [KT1]', ['Tea came. <KT1>']],
    ['a fence and an introduction', 'Sure!\n```text\nAnswer: Tea came. [KT1]\n```', ['Tea came. <KT1>']],
    ['JSON', '{"claims":[{"text":"Tea came.","cites":["KT1","kt-2"]}]}', ['Tea came. <KT1 KT2>']],
    ['JSON in a fence', 'Here:\n```json\n[{"claim":"Tea came.","source":"RM1"}]\n```', ['Tea came. <RM1>']],
    [
      'labels in the text of JSON',
      '{"answer":"Tea came. [KT1] It sold. [RM1]"}',
      ['Tea came. <KT1>', 'It sold. <RM1>'],
    ],
    ['broken JSON', '{"text": "Tea came. [KT1]', ['{"text": "Tea came. <KT1>']],
    [
      'labels that were never given out',
      'Tea came. [KT9]\nIt sold. [KT1, ZZ3]',
      ['Tea came. <?>', 'It sold. <KT1 ?>'],
    ],
    ['numbers for labels', 'Tea came. [1] It sold. [^2]', ['Tea came. <?>', 'It sold. <?>']],
  ])('reads %s', (_what, reply, claims) => {
    expect(claimsIn(reply)).toEqual(claims)
  })

  it('leaves brackets that name nothing to the sentence', () => {
    expect(claimsIn('Tea (green) came in [sealed] chests (2 of them). [KT1]')).toEqual([
      'Tea (green) came in [sealed] chests (2 of them). <KT1>',
    ])
  })

  it('hands over words that are named instead of labels', () => {
    const { units } = read(['{"text":"Tea came.","quote":"the tea came at last"}'])
    expect(units).toEqual([
      { text: 'Tea came.', labels: [], hasUnknownLabel: false, quotes: ['the tea came at last'] },
    ])
  })

  it.each([
    'NOT_THERE',
    '**NOT THERE**',
    'not_found: nothing',
    '```\nNOT_THERE\n```',
    '{"claims": []}',
    '{"not_found": true}',
    '<think>…</think>NOT_THERE.',
  ])('knows %j for "the answer is not there"', (reply) => {
    expect(read([reply]).saysNotThere).toBe(true)
  })

  it('does not believe it after a claim', () => {
    expect(read(['Tea came. [KT1]\nNOT_THERE']).saysNotThere).toBe(false)
  })

  it.each([
    ['', 'empty'],
    ['<think>and so on', 'empty'],
    ['The sentences do not mention tea.', 'not-there'],
    ['文章裡沒有提到茶。', 'not-there'],
    ["I'm sorry, but I can't help with that.", 'refused'],
    ['很抱歉，我無法協助。', 'refused'],
    ['Tea is a drink.', 'unsupported'],
  ])('takes %j for %s', (reply, meaning) => {
    expect(read([reply]).silence).toBe(meaning)
  })

  it('reads the same in whatever pieces a reply comes', () => {
    const word = fc.constantFrom(
      ...[
        'Tea came.',
        ' ',
        '\n',
        '[',
        ']',
        '[KT1]',
        '[KT1, RM2]',
        '(RM1)',
        'KT2',
        'ZZ1',
        '[ZZ1]',
        '{',
        '}',
        '"text":',
        '"',
        ',',
        '<think>',
        '</think>',
        '```',
        'NOT_THERE',
        '茶。',
        '【RM1】',
        'Sources:',
        '**',
        '\\',
      ],
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (words, size) => {
        const reply = words.join('')
        const pieces = reply.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
        expect(read(pieces)).toEqual(read([reply]))
      }),
      { numRuns: 500 },
    )
  })

  it('reads any text without an end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (reply) => {
        expect(Array.isArray(read([reply]).units)).toBe(true)
      }),
    )
  })
})
