/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator). */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return this.state / 2 ** 32
  }

  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)] as Value
  }

  shuffle(values: number[]): void {
    for (let at = values.length - 1; at > 0; at--) {
      const other = this.below(at + 1)
      ;[values[at], values[other]] = [values[other] as number, values[at] as number]
    }
  }
}
