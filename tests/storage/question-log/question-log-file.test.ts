import { appendFile, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../../src/log.ts'
import type { LogEntry } from '../../../src/question-log/question-log.ts'
import { QuestionLogFile, readEntries } from '../../../src/storage/question-log/question-log-file.ts'
import { describeQuestionLog, QUESTION } from '../../contracts/question-log.ts'
import { useTemporaryDirectories } from '../../support/temporary-directory.ts'

const temporaryDirectory = useTemporaryDirectories()

const newPath = async () => join(await temporaryDirectory(), 'not/yet/there/questions.jsonl')

async function entriesOf(path: string): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for await (const entry of readEntries(path)) entries.push(entry)
  return entries
}

const at = (day: number) => ({ ...QUESTION, at: `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z` })

describeQuestionLog('A file', async () => {
  const path = await newPath()
  return { questionLog: new QuestionLogFile({ path, log: silentLog }), kept: () => entriesOf(path) }
})

describe('the file of a question log', () => {
  it('is for its owner to read', async () => {
    const path = await newPath()
    await new QuestionLogFile({ path, log: silentLog }).record(QUESTION)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('loses what is older than it may be, at once and then day by day', async () => {
    const path = await newPath()
    const forever = new QuestionLogFile({ path, log: silentLog })
    for (const day of [1, 10, 20]) await forever.record(at(day))
    let now = Date.parse('2026-03-21T00:00:00Z')
    const limited = new QuestionLogFile({ path, days: 14, log: silentLog, now: () => now })
    await limited.record(at(21))
    expect((await entriesOf(path)).map((entry) => entry.at.slice(8, 10))).toEqual(['10', '20', '21'])
    now = Date.parse('2026-03-26T00:00:00Z')
    await limited.record(at(26))
    expect((await entriesOf(path)).map((entry) => entry.at.slice(8, 10))).toEqual(['20', '21', '26'])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('passes over a line that is no entry', async () => {
    const path = await newPath()
    const questionLog = new QuestionLogFile({ path, log: silentLog })
    await questionLog.record(QUESTION)
    await appendFile(path, '{"type":"question","at":"20\n"text"\n{"type":"other","at":"2026"}\n')
    await questionLog.record(QUESTION)
    expect(await entriesOf(path)).toEqual([QUESTION, QUESTION])
  })

  it('has no entries where there is no file', async () => {
    expect(await entriesOf(await newPath())).toEqual([])
  })

  it('reports what the disk refuses, and goes on once it takes entries again', async () => {
    const path = await newPath()
    await mkdir(path, { recursive: true })
    const errors: unknown[] = []
    const log = { ...silentLog, error: (fields: unknown) => void errors.push(fields) }
    expect(await new QuestionLogFile({ path, log }).record(QUESTION)).toBe(false)
    expect(errors).toMatchObject([{ err: { code: 'EISDIR' } }])
    const below = new QuestionLogFile({ path: join(path, 'questions.jsonl'), days: 1, log })
    expect(await below.record(QUESTION)).toBe(true)
    expect(await readFile(join(path, 'questions.jsonl'), 'utf8')).toContain('"zh-Hant"')
  })
})
