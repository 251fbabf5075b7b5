/**
 * Where the first number that is not below `value` stands among ascending ones; `numbers.length` where all of them are
 * below it. Takes as many steps as the length has binary digits.
 */
export function firstAtLeast(numbers: ArrayLike<number>, value: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
