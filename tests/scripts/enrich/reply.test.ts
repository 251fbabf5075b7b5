import { describe, expect, it } from 'vitest'
import { readReply } from '../../../scripts/enrich/drafting/reply.ts'

const JSON_TEXT = '{"context": "c", "names": ["n"], "answers": [{"quote": "q", "en": ["who?"]}]}'
const REPLY = {
  context: 'c',
  names: ['n'],
  answers: [{ quote: 'q', 'zh-Hant': [], 'zh-Hans': [], en: ['who?'] }],
}

describe('readReply', () => {
  it.each([
    ['bare', JSON_TEXT],
    ['in a code fence', `\`\`\`json\n${JSON_TEXT}\n\`\`\``],
    ['between kind words', `Here you are:\n\n${JSON_TEXT}\n\nAnything else?`],
    ['behind thoughts that hold JSON as well', `<think>maybe {"answers": []}?</think>\n${JSON_TEXT}`],
    ['with fields that nobody asked for', JSON_TEXT.replace('{', '{"thoughts": {"a": 1}, ')],
  ])('reads an object %s', (_, said) => {
    expect(readReply(said)).toEqual({ reply: REPLY })
  })

  it('takes what is missing for empty', () => {
    expect(readReply('{"answers": []}')).toEqual({ reply: { context: '', names: [], answers: [] } })
  })

  it.each([
    ['words only', 'I cannot do that.', /no complete JSON object/],
    ['an object that was cut off', '{"answers": [{"quote": "q", ', /no complete JSON object/],
    ['an object that was cut off behind another', '{"answers": [{"quote": "q"}, {"quo', /not valid JSON/],
    ['no answers at all', '{"context": "c"}', /answers/],
    ['questions of another form', '{"answers": [{"quote": "q", "en": "who?"}]}', /answers\.0\.en/],
  ])('says what is wrong with %s', (_, said, fault) => {
    expect(readReply(said)).toEqual({ fault: expect.stringMatching(fault) })
  })
})
