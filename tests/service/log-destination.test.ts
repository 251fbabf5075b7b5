import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LogDestination, type Output } from '../../src/service/log-destination.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A file that takes what there is room for, and answers a write when it is told to. */
class Disk implements Output {
  content = ''
  room = Number.POSITIVE_INFINITY
  private answers: (() => void)[] = []

  write(bytes: Uint8Array, done: (error: Error | null, written: number) => void): void {
    this.answers.push(() => {
      try {
        done(null, this.writeNow(bytes))
      } catch (error) {
        done(error as Error, 0)
      }
    })
  }

  writeNow(bytes: Uint8Array): number {
    const taken = bytes.subarray(0, this.room)
    if (taken.length === 0) throw new Error('ENOSPC')
    this.room -= taken.length
    this.content += Buffer.from(taken).toString()
    return taken.length
  }

  /** Answers all writes, and those that follow from the answers. */
  settle(): void {
    for (let answer = this.answers.shift(); answer; answer = this.answers.shift()) answer()
  }
}

describe('LogDestination', () => {
  it('writes the lines in their order', () => {
    const disk = new Disk()
    const destination = new LogDestination(disk)
    for (const line of ['1\n', '2\n', '3\n']) destination.write(line)
    disk.settle()
    destination.write('4\n')
    disk.settle()
    expect(disk.content).toBe('1\n2\n3\n4\n')
  })

  it('keeps lines whole while a disk is full, and goes on when it has room', () => {
    const disk = new Disk()
    disk.room = 3
    const destination = new LogDestination(disk)
    for (const line of ['12\n', '34\n', '56\n']) destination.write(line)
    disk.settle()
    vi.advanceTimersByTime(60_000)
    disk.settle()
    expect(disk.content).toBe('12\n')
    disk.room = 1
    vi.advanceTimersByTime(60_000)
    disk.settle()
    disk.room = 100
    vi.advanceTimersByTime(60_000)
    disk.settle()
    expect(disk.content).toBe('12\n34\n56\n')
  })

  it('holds a bounded number of lines, and says how many were lost', () => {
    const disk = new Disk()
    disk.room = 0
    const destination = new LogDestination(disk)
    for (let line = 0; line < 10_007; line++) destination.write(`${line}\n`)
    disk.settle()
    disk.room = Number.POSITIVE_INFINITY
    vi.advanceTimersByTime(60_000)
    disk.settle()
    destination.write('last\n')
    disk.settle()
    const lines = disk.content.trimEnd().split('\n')
    expect(lines.slice(0, 2)).toEqual(['0', '1'])
    expect(lines).toHaveLength(10_002)
    expect(lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))).toEqual([
      { level: 'warn', time: expect.any(String), lines: 7, msg: 'Lines of the log were lost' },
    ])
    expect(lines.at(-1)).toBe('last')
  })

  it('writes at the end of the process what waits, and gives up where it cannot', () => {
    const disk = new Disk()
    disk.room = 0
    const destination = new LogDestination(disk)
    destination.write('1\n')
    destination.write('2\n')
    disk.settle()
    destination.flush()
    expect(disk.content).toBe('')
    disk.room = 100
    destination.flush()
    expect(disk.content).toBe('1\n2\n')
  })

  it('writes nothing twice at the end of the process', () => {
    const disk = new Disk()
    const destination = new LogDestination(disk)
    destination.write('1\n')
    destination.flush()
    disk.settle()
    expect(disk.content).toBe('1\n')
  })
})
