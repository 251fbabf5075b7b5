import { beforeAll, describe, expect, it } from 'vitest'
import { ClaimChecker } from '../../src/claims/check-claim.ts'
import { loadDictionary } from '../../src/indexing/load-dictionary.ts'

let checker: ClaimChecker
beforeAll(async () => {
  checker = new ClaimChecker(await loadDictionary())
})

function faultsOf(claim: string, sentence: string, context: readonly string[] = []): string[] {
  return checker.check(claim, { sentences: [sentence], context }).faults.map(({ kind }) => kind)
}

const SOLD = '等發現這種模式玩不轉了,2011年7月賣給了Citrix,全部開源后,發現大家已經都在玩OpenStack了。'
const LIMITLESS = 'Firebase對數據存儲容量沒有限制,數據發生更改,同步敏感顆粒度基本達到10毫秒級別。'

describe('a claim about a part of a sentence', () => {
  it.each([
    // What is denied is something else.
    ['CloudStack was sold to Citrix in July 2011.', SOLD],
    [
      'VMware and Microsoft are already enough.',
      'VMware和微軟已經夠了,再搞一個沒人要的,還不如在OpenStack上投入和榨點油水。',
    ],
    ['The ferry runs on Sundays.', 'The ferry runs on Sundays, but nobody may take a car aboard.'],
    // Many of something else.
    [
      'OpenStack always lagged behind CloudStack in stability.',
      '有人已經貢獻了很多代碼了,OpenStack的穩定性一直和CloudStack有差距。',
    ],
    // Somebody else may not have.
    ['What is popular is good.', '不一定有資源做充分的調研,流行的就是好的。'],
    // The subject stands in the clause that denies.
    [
      "When data changes, the sensitivity granularity of Firebase's synchronization basically reaches the 10-millisecond level.",
      LIMITLESS,
    ],
  ])('passes whatever else the sentence says: «%s»', (claim, sentence) => {
    expect(faultsOf(claim, sentence, ['CloudStack'])).toEqual([])
  })

  it.each([
    [
      'negation',
      'The bridge carries trams, bicycles and cars.',
      'The bridge carries trams and bicycles but no cars.',
    ],
    ['negation', 'Some ospreys have been seen in Spain.', 'None of them, so far, has been seen in Spain.'],
    ['negation', 'Firebase has a limit on data storage capacity.', LIMITLESS],
    ['negation', 'This model worked out and it was sold to Citrix.', SOLD],
    // The part that is left out turns it.
    ['negation', '渡輪星期天停航。', '如果沒有颱風,渡輪星期天不停航。'],
    ['negation', '會議照常舉行。', '除非沒有人報名,會議不照常舉行。'],
  ])('is stopped for a %s where the rest turns it: «%s»', (kind, claim, sentence) => {
    expect(faultsOf(claim, sentence)).toContain(kind)
  })
})
