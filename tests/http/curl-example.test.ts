import { describe, expect, it } from 'vitest'
import { askCommand } from '../../src/http/curl-example.ts'

describe('the command that asks', () => {
  it('survives a quote in the question', () => {
    expect(askCommand('http://localhost', "What's it?")).toBe(
      `curl -s http://localhost/ask \\\n  -H 'Content-Type: application/json' \\\n  -d '{"question":"What'\\''s it?"}'`,
    )
  })
})
