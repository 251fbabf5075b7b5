import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/text/normalise.ts'

describe('normalise', () => {
  it.each([
    ['what Taiwan calls a server, and the mainland', '伺服器', '服务器'],
    ['software', '軟體', '软件'],
    ['the network', '網路', '网络'],
    ['a database', '資料庫', '数据库'],
    ['memory', '記憶體', '内存'],
    ['traditional characters', '雲計算與開源', '云计算与开源'],
    ['simplified characters, which stay', '云计算与开源', '云计算与开源'],
    ['a character that depends on its word', '頭髮發展', '头发发展'],
    ['後 and 后', '後來的皇后', '后来的皇后'],
    ['乾 in 乾淨 and in 乾隆', '乾淨,乾隆', '干净,乾隆'],
    ['full-width letters and digits', 'Ｋ８ｓ　２０１４', 'k8s 2014'],
    ['full-width marks', '（Docker）？', '(docker)?'],
    ['case', 'OpenStack DOCKER dotCloud', 'openstack docker dotcloud'],
    ['ligatures', 'ﬁle oﬀice', 'file office'],
    ['a letter and its accent', 'cafe\u0301', 'caf\u00e9'],
    ['numbers in circles', '①②', '12'],
    ['nothing', '', ''],
    ['emoji', '🚀 Docker', '🚀 docker'],
  ])('brings together %s', (_, text, expected) => {
    expect(normalise(text)).toBe(expected)
  })

  it('lets the same question meet itself in all scripts', () => {
    const questions = ['微服務架構是什麼?', '微服务架构是什么?', '微服務架構是什麼？']
    expect(new Set(questions.map(normalise))).toEqual(new Set(['微服务架构是什么?']))
  })

  it('leaves what is normal as it is', () => {
    const words = fc.constantFrom('云', '服务器', 'docker', '什么', '2014', '发布', ' ', '?', 'k8s', '里面')
    fc.assert(
      fc.property(
        fc.array(words).map((parts) => parts.join(' ')),
        (text) => {
          expect(normalise(text)).toBe(text)
        },
      ),
    )
  })

  it('takes any string, broken surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 0xffff }), (text, unit) => {
        expect(typeof normalise(text + String.fromCharCode(unit))).toBe('string')
      }),
    )
  })
})
