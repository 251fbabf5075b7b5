import { describe, expect, it } from 'vitest'
import { actOf } from '../../../src/conversation/acts/act-of.ts'
import type { PhraseRole } from '../../../src/conversation/courtesy/phrases.ts'

describe('actOf', () => {
  it.each<[PhraseRole[], string | undefined]>([
    [['assent', 'thanks'], 'thanks'],
    [['greeting', 'vocative'], 'greeting'],
    [['thanks', 'stop'], 'stop'],
    [['vocative'], 'ping'],
    [['announcement'], 'ping'],
    [['closing'], 'reaction'],
    [[], 'reaction'],
    [['frame'], undefined],
  ])('%j → %s', (roles, act) => {
    expect(actOf(roles)).toBe(act)
  })
})
