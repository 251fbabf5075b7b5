import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { silentLog } from '../../src/log.ts'
import { type FeedbackRecord, feedbackToLog } from '../../src/question-log/feedback.ts'
import { feedbackToFile } from '../../src/storage/feedback-file.ts'
import { describeFeedback, RECORD } from '../contracts/feedback.ts'

async function newFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-feedback-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'not/yet/there/feedback.jsonl')
}

async function linesOf(path: string): Promise<FeedbackRecord[]> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as FeedbackRecord)
}

describeFeedback('A file', async () => {
  const path = await newFile()
  return { feedback: feedbackToFile(path), kept: () => linesOf(path) }
})

describeFeedback('The log', async () => {
  const records: FeedbackRecord[] = []
  const log = {
    ...silentLog,
    info: (fields: Readonly<Record<string, unknown>>) => void records.push(fields.feedback as FeedbackRecord),
  }
  return { feedback: feedbackToLog(log), kept: async () => records }
})

describe('the feedback file', () => {
  it('keeps the words, and is for its owner to read', async () => {
    const path = await newFile()
    await feedbackToFile(path).record(RECORD)
    expect(await linesOf(path)).toEqual([RECORD])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('goes on after a record that could not be written', async () => {
    const path = await newFile()
    const feedback = feedbackToFile(path)
    await feedback.record(RECORD)
    // A folder in the file's place refuses whoever writes, root too.
    const blocked = feedbackToFile(join(path, 'below-a-file.jsonl'))
    await expect(blocked.record(RECORD)).rejects.toThrow()
    await chmod(path, 0o600)
    await feedback.record(RECORD)
    expect(await linesOf(path)).toHaveLength(2)
  })
})

describe('feedback in the log', () => {
  it('is without anyone’s words', async () => {
    const lines: string[] = []
    const log = { ...silentLog, info: (fields: unknown) => void lines.push(JSON.stringify(fields)) }
    await feedbackToLog(log).record(RECORD)
    expect(lines[0]).not.toContain('Lambda')
    expect(lines[0]).not.toContain('2014年')
  })
})
