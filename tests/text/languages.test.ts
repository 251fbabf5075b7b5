import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/domain/language.ts'
import { detectLanguage } from '../../src/text/languages.ts'

describe('detectLanguage', () => {
  it.each<[Language, string]>([
    ['zh-Hant', 'Docker 是什麼?'],
    ['zh-Hans', 'Docker 是什么?'],
    ['en', 'What is Docker?'],
    ['zh-Hant', '誰做的'],
    ['zh-Hans', '谁做的'],
    ['zh-Hant', '為什麼 Docker 要收購 Unikernels?'],
    ['zh-Hans', '为什么 Docker 要收购 Unikernels?'],
    ['zh-Hant', '後來呢?'],
    ['zh-Hans', '后来呢?'],
    ['zh-Hans', '几年成立的'],
    ['zh-Hans', 'OpenStack 和 CloudStack 的关系'],
  ])('knows %s by its characters: %s', (language, text) => {
    for (const fallback of ['zh-Hant', 'zh-Hans', 'en'] as const)
      expect(detectLanguage(text, fallback)).toBe(language)
  })

  it.each<[Language, string]>([
    ['zh-Hant', '裡面有什麼'],
    ['zh-Hans', '里面有什么'],
    ['zh-Hant', '台灣的雲'],
    ['zh-Hans', '台湾的云'],
    ['zh-Hant', '系統只有一個'],
    ['zh-Hans', '系统只有一个'],
    ['zh-Hant', '麵包和茶几'],
    ['zh-Hant', 'Docker 與 LXC 有何不同?'],
    ['zh-Hant', '主席團公布的合同'],
    ['zh-Hant', '同時收購'],
    ['zh-Hans', '同时收购'],
    ['zh-Hant', '亞克力'],
    ['zh-Hant', '調查表'],
    ['zh-Hans', '调查表'],
  ])('is not misled by characters that both scripts use: %s in %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it.each([
    '中文',
    '里',
    '台',
    '面',
    '只要',
    '干',
    'Kubernetes 和 Borg',
    '天才',
    '',
  ])('falls back where either script would write the same: "%s"', (text) => {
    expect(detectLanguage(text, 'zh-Hant')).toBe('zh-Hant')
    expect(detectLanguage(text, 'zh-Hans')).toBe('zh-Hans')
  })

  it('writes traditional characters where nothing else is known', () => {
    expect(detectLanguage('中文')).toBe('zh-Hant')
    expect(detectLanguage('123?!')).toBe('zh-Hant')
    expect(detectLanguage('🚀')).toBe('zh-Hant')
  })

  it.each([
    'Docker',
    'OpenStack CloudStack',
    'k8s',
    'Where?',
    'café',
    'Ｄｏｃｋｅｒ',
  ])('takes names alone for English: %s', (text) => {
    expect(detectLanguage(text)).toBe('en')
  })

  it.each<[Language, string]>([
    ['en', 'What does the article mean by 開源 software in the cloud world?'],
    ['en', 'why did Docker buy the Unikernels team after 收购'],
    ['en', 'What is 開源?'],
    ['en', 'what is 阿里云 used for'],
    ['en', '"收購" means what?'],
    ['zh-Hans', 'OpenStack CloudStack Eucalyptus 谁先'],
    ['zh-Hans', 'OpenStack, CloudStack, Eucalyptus, Nova, Swift 谁先?'],
    ['zh-Hant', 'OpenStack, CloudStack, Eucalyptus, Nova, Swift 誰先?'],
    ['zh-Hant', '請用英文回答 what is docker'],
    ['zh-Hant', 'Docker in production 的好處?'],
  ])('knows who quotes whom: %s in %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it('counts which script has more characters', () => {
    expect(detectLanguage('這個詞「发」是什麼意思')).toBe('zh-Hant')
    expect(detectLanguage('这个词「發」是什么意思')).toBe('zh-Hans')
  })
})
