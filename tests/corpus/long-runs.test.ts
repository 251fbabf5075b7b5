import { describe, expect, it } from 'vitest'
import { readParts } from './support/read-parts.ts'

const SPACES = ' '.repeat(150_000)

/**
 * A pattern that is tried from every place in a long run, or that two of its parts may share a run of, needs minutes for
 * these; the time limit of a test is what notices.
 */
describe('what repeats for long is read in no time', () => {
  it.each([
    ['spaces in a heading', `## a${SPACES}end`],
    ['spaces in an item', `- a${SPACES}end`],
    ['spaces in a cell', `| a |\n|--|\n| a${SPACES}end |`],
    ['spaces in code', `\`\`\`\na${SPACES}end\n\`\`\``],
    ['spaces behind a mark of code', `\`\`\`\na // [!code ++]${SPACES}end\n\`\`\``],
    ['marks of code', `\`\`\`\na${'// [!code '.repeat(20_000)}end\n\`\`\``],
    ['spaces in the title of a container', `::: tip a${SPACES}b\nend\n:::`],
    ['colons behind a container', `::: tip a${':'.repeat(150_000)}b\nend\n:::`],
    ['spaces behind the kind of a note', `!!! note${SPACES}!\n\nend`],
  ])('%s', (_name, markdown) => {
    expect(readParts(markdown).some((part) => part.includes('end'))).toBe(true)
  })
})
