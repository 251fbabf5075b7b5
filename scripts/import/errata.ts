import * as z from 'zod'
import { parseYaml } from '../../src/corpus/parse-yaml.ts'
import { CorpusError } from '../../src/errors.ts'
import { contextOf, type Repair, type Repaired } from './repair.ts'

/** One place of one text that no rule can repair. */
interface Erratum {
  readonly found: string
  readonly correct: string
  readonly why: string
}

/** The corrections of one text, which its title tells apart from others. */
export interface Errata {
  readonly title: string
  readonly corrections: readonly Erratum[]
}

const text = z.string().min(1)
const schema = z.strictObject({
  title: text,
  corrections: z.array(z.strictObject({ found: text, correct: z.string(), why: text })),
})

/** @throws CorpusError naming the file and what in it has another form than {@link Errata} */
export function parseErrata(source: string, yaml: string): Errata {
  const { document, fault } = parseYaml(yaml, 'failsafe')
  if (fault) {
    const place = `${source}, line ${fault.line}, column ${fault.column}`
    throw new CorpusError('importer', `${place}: not valid YAML: ${fault.message}.`, {
      fields: { source, ...fault },
    })
  }
  const result = schema.safeParse(document.toJS())
  if (result.success) return result.data
  throw new CorpusError(
    'importer',
    `${source} must have a "title" and "corrections", each with "found", "correct" and "why": ${z.prettifyError(result.error)}`,
    { fields: { source } },
  )
}

/** A repair that applies each correction wherever its words stand. */
export function applyErrata(errata: Errata | undefined): (text: string) => Repaired {
  return (original) => {
    const repairs: Repair[] = []
    let text = original
    for (const { found, correct } of errata?.corrections ?? []) {
      const index = text.indexOf(found)
      if (index < 0) continue
      const context = contextOf(text, index, index + found.length)
      repairs.push({ rule: 'erratum', before: found, after: correct, context })
      text = text.replaceAll(found, correct)
    }
    return { text, repairs, doubts: [] }
  }
}
