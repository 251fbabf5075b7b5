import { appendFile, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { JournalFile } from '../../../src/storage/index/journal-file.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const PURPOSE = { embedder: 'remote/1 bge-m3', full: false }

function entry(text: string, ...codes: number[]) {
  return { text, vector: { codes: Int8Array.from(codes), scale: 0.5 } }
}

describe('JournalFile', () => {
  const temporaryDirectory = useTemporaryDirectories()
  const journalPath = async () => join(await temporaryDirectory(), 'journal')

  it('keeps vectors for whoever opens it next', async () => {
    const path = await journalPath()
    const journal = await JournalFile.open(path, PURPOSE)
    await journal.append([entry('one', 1, -127), entry('two', 3, 4)])
    await journal.append([entry('three', 5, 6)])
    const opened = await JournalFile.open(path, PURPOSE)
    expect(opened.find('one')).toEqual({ codes: Int8Array.of(1, -127), scale: 0.5 })
    expect(opened.find('three')).toEqual({ codes: Int8Array.of(5, 6), scale: 0.5 })
    expect(opened.find('four')).toBeUndefined()
  })

  it('is empty where there is none, and makes no file for that', async () => {
    const path = await journalPath()
    expect((await JournalFile.open(path, PURPOSE)).find('one')).toBeUndefined()
    await expect(stat(path)).rejects.toThrow('ENOENT')
  })

  it('tells embeddings apart', async () => {
    const path = await journalPath()
    await (await JournalFile.open(path, PURPOSE)).append([entry('one', 1)])
    const other = await JournalFile.open(path, { ...PURPOSE, embedder: 'remote/1 another' })
    expect(other.find('one')).toBeUndefined()
  })

  it('gives a full build only what a full build has left', async () => {
    const path = await journalPath()
    await (await JournalFile.open(path, PURPOSE)).append([entry('one', 1)])
    await (await JournalFile.open(path, { ...PURPOSE, full: true })).append([entry('two', 2)])
    const full = await JournalFile.open(path, { ...PURPOSE, full: true })
    expect([full.find('one'), full.find('two')?.codes[0]]).toEqual([undefined, 2])
    const usual = await JournalFile.open(path, PURPOSE)
    expect([usual.find('one')?.codes[0], usual.find('two')?.codes[0]]).toEqual([1, 2])
  })

  it('loses at most the record that was cut off, wherever that was, and goes on behind the others', async () => {
    const path = await journalPath()
    const journal = await JournalFile.open(path, PURPOSE)
    await journal.append([entry('one', 1, 2, 3)])
    const first = (await stat(path)).size
    await journal.append([entry('two', 4, 5, 6)])
    const whole = await readFile(path)
    for (let size = first; size < whole.length; size++) {
      await writeFile(path, whole.subarray(0, size))
      const cut = await JournalFile.open(path, PURPOSE)
      expect([cut.find('one')?.codes[0], cut.find('two')]).toEqual([1, undefined])
      await cut.append([entry('three', 7, 8, 9)])
      const opened = await JournalFile.open(path, PURPOSE)
      expect([opened.find('one')?.codes[0], opened.find('three')?.codes[0]]).toEqual([1, 7])
    }
  })

  it('takes no byte for a vector that was not written as one', async () => {
    const path = await journalPath()
    const journal = await JournalFile.open(path, PURPOSE)
    await journal.append([entry('one', 1, 2, 3)])
    const whole = await readFile(path)
    for (let at = 0; at < whole.length; at++) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ 0x10
      await writeFile(path, flipped)
      expect((await JournalFile.open(path, PURPOSE)).find('one')).toBeUndefined()
    }
    await writeFile(path, whole)
    await appendFile(path, Buffer.alloc(100))
    expect((await JournalFile.open(path, PURPOSE)).find('one')?.codes[0]).toBe(1)
  })

  it('writes what is appended at the same time one after the other', async () => {
    const path = await journalPath()
    const journal = await JournalFile.open(path, PURPOSE)
    const texts = Array.from({ length: 20 }, (_, number) => `text ${number}`)
    await Promise.all(texts.map((text, number) => journal.append([entry(text, number)])))
    const opened = await JournalFile.open(path, PURPOSE)
    expect(texts.map((text) => opened.find(text)?.codes[0])).toEqual(texts.map((_, number) => number))
  })

  it('is gone when it is removed', async () => {
    const path = await journalPath()
    const journal = await JournalFile.open(path, PURPOSE)
    await journal.append([entry('one', 1)])
    await journal.remove()
    await journal.remove()
    await expect(stat(path)).rejects.toThrow('ENOENT')
  })

  it('says what is wrong with a journal that cannot be read', async () => {
    const path = await temporaryDirectory()
    await expect(JournalFile.open(path, PURPOSE)).rejects.toThrow(`${path} cannot be read`)
  })
})
