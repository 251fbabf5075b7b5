import { describe, expect, it } from 'vitest'
import { waitNoLongerThan, withTimeLimit } from '../../../src/storage/corpus/time-limit.ts'

const late = () => new RangeError('too late')

describe('a time limit', () => {
  it('ends what would never end, a pattern too', () => {
    expect(() =>
      withTimeLimit(
        50,
        () => {
          for (;;);
        },
        late,
      ),
    ).toThrow('too late')
    expect(() => withTimeLimit(50, () => /^(a+)+$/.test(`${'a'.repeat(50)}b`), late)).toThrow('too late')
  })

  it('gives what an action gives, and throws what it throws', () => {
    expect(withTimeLimit(1000, () => withTimeLimit(1000, () => 1, late) + 1, late)).toBe(2)
    const fail = () => {
      throw new TypeError('mine')
    }
    expect(() => withTimeLimit(1000, fail, late)).toThrow(TypeError)
  })

  it('ends the wait for a promise', async () => {
    await expect(waitNoLongerThan(10, new Promise(() => {}), late)).rejects.toThrow('too late')
    expect(await waitNoLongerThan(1000, Promise.resolve(1), late)).toBe(1)
  })
})
