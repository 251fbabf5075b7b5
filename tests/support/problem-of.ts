import { expect } from 'vitest'

/** Reads a problem and checks what every problem has. */
export async function problemOf(response: Response) {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  const problem = await response.json()
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^urn:footnote:problem:[a-z-]+$/),
    title: expect.any(String),
    status: response.status,
    detail: expect.any(String),
    requestId: response.headers.get('X-Request-Id'),
  })
  expect(JSON.stringify(problem)).not.toMatch(/\bat .+\.ts:\d/)
  return problem as { type: string; detail: string; errors?: { pointer?: string; detail: string }[] }
}
