import { markdownTable } from '../report/markdown-table.ts'
import type { ConversationCount } from './measure-conversations.ts'
import type { TurnCount } from './measure-turns.ts'

const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans', 'mixed']

interface Share {
  readonly right: number
  readonly asked: number
}

/** A line for each act with its figures by language, and one for all. */
export function turnTable(counts: readonly TurnCount[]): string {
  const acts = [...new Set(counts.map(({ act }) => act))]
  const lineOf = (name: string, some: readonly TurnCount[]) => [
    name,
    ...LANGUAGES.map((language) => written(total(some.filter((count) => count.language === language)))),
    written(total(some)),
  ]
  const rows = acts.map((act) =>
    lineOf(
      act,
      counts.filter((count) => count.act === act),
    ),
  )
  return markdownTable(['turns', ...LANGUAGES, 'all'], [...rows, lineOf('**all**', counts)])
}

/** Everything that was measured, for docs/quality.md. */
export function conversationTables(
  splits: readonly { readonly split: string; readonly counts: readonly TurnCount[] }[],
  conversations: ConversationCount,
  wrappers: { readonly kept: number; readonly asked: number } | undefined,
): string {
  const bySplit = splits.map(({ split, counts }) => `${split}:\n\n${turnTable(counts)}`)
  const held = `Conversations of several turns: ${conversations.whole} of ${conversations.conversations} held throughout as a person would, ${conversations.right} of ${conversations.turns} turns.`
  const kept =
    wrappers &&
    `Questions in courtesy: the first citation kept in ${wrappers.kept} of ${wrappers.asked} (${((100 * wrappers.kept) / wrappers.asked).toFixed(1)} %).`
  return [...bySplit, held, ...(kept === undefined ? [] : [kept])].join('\n\n')
}

function total(counts: readonly TurnCount[]): Share {
  return counts.reduce((sum, { right, asked }) => ({ right: sum.right + right, asked: sum.asked + asked }), {
    right: 0,
    asked: 0,
  })
}

function written({ right, asked }: Share): string {
  return asked === 0 ? '' : `${right}/${asked}`
}
