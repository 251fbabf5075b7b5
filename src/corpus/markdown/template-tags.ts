import { labelLines } from '../blocks/labels.ts'
import type { MaskedText } from './masked-text.ts'

/** Stands where a program puts a word that is not known here. */
export const UNKNOWN_WORDS = '…'

/** `{% raw %}…{% endraw %}`: what stands inside is shown as it is. */
const RAW = /\{%-?\s*(?:raw|verbatim)\s*-?%\}([\s\S]{0,5000}?)\{%-?\s*end(?:raw|verbatim)\s*-?%\}/g
const COMMENTS = [
  /\{%-?\s*comment\s*-?%\}[\s\S]{0,5000}?\{%-?\s*endcomment\s*-?%\}/g,
  /\{#-?\s[^{}]{0,2000}?\s-?#\}/g,
  /\{\{<?%?\/\*[^{}]{0,2000}?\*\/%?>?\}\}/g,
]
/** `{% tag … %}` of Liquid, Jinja, Nunjucks and GitBook, `{{< tag … >}}` and `{{% tag … %}}` of Hugo. */
const TAG = /\{%-?([^{}]{0,400}?)-?%\}|\{\{[<%]([^{}]{0,400}?)[>%]\}\}/g
/** `{{ words }}`, but not `${{ words }}`, which is written about rather than filled in. */
const OUTPUT = /(?<!\$)\{\{(?![<%])[^{}\n]*\}\}\}?/g
const LABEL_ATTRIBUTE = /\b(?:title|header|label|caption|summary|text|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/
/** `{{% notice tip "Title" %}}` */
const QUOTED_TITLE = /^\s*[\w-]+(?:\s+[\w-]+)?\s+"([^"]+)"/
/** Tags that put a word where they stand, and those of them that know it: `glossary_tooltip term_id="pod"`. */
const VALUE =
  /^\s*(?:data\s+variables\b|(?:param|skew|var|variable|latest[\w-]*|(?!if|end|else)[\w-]*version[\w-]*)(?:\s|$))/
const SHOWN_TEXT = /\btext\s*=\s*(?:"([^"]*)"|'([^']*)')/
const TERM = /^\s*glossary\w*\s[^>]*\bterm_id\s*=\s*"([^"]*)"/
/** A group of tabs has a name for programs. */
const UNLABELLED = /^\s*tabs\b/
/** What stands in an included call-out. */
const INCLUDED = /^\s*include\s.*\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/
const FIGURE = /^\s*(?:figure|img|image|picture|video|youtube|gallery|include)\b/
const BLOCK_TAG = /(^|\n)([ \t>]*)$/

/**
 * Takes the tags of template languages out of a text. A title that a tag carries becomes a label; words that only a
 * program knows become an ellipsis, so that no sentence closes over the gap.
 */
export function removeTemplateTags(masked: MaskedText): void {
  if (!/\{[{%#]/.test(masked.text)) return
  let text = masked.text.replace(RAW, (_, words: string) => masked.hide(words))
  for (const comment of COMMENTS) text = text.replace(comment, '')
  text = text.replace(
    TAG,
    (tag: string, plain: string | undefined, short: string | undefined, at: number) => {
      const inside = plain ?? short ?? ''
      const before = text.slice(Math.max(0, at - 200), at)
      const behind = text.charAt(at + tag.length)
      const [, , prefix] = BLOCK_TAG.exec(before) ?? (at === 0 ? ['', '', ''] : [])
      if (prefix === undefined || (behind !== '\n' && behind !== '')) return wordsInLine(inside)
      const [, ...included] = INCLUDED.exec(inside) ?? []
      if (included.length > 0) return included.find((words) => words !== undefined) ?? ''
      if (UNLABELLED.test(inside)) return ''
      const [, double, single] = LABEL_ATTRIBUTE.exec(inside) ?? []
      const label = double ?? single ?? QUOTED_TITLE.exec(inside)?.[1] ?? ''
      if (label === '') return ''
      // A figure stands by itself; any other tag with a title names what it is put around.
      return FIGURE.test(inside) ? label : ['', ...labelLines(prefix, label).slice(1)].join('\n')
    },
  )
  masked.text = text
    .replace(OUTPUT, UNKNOWN_WORDS)
    .replace(new RegExp(`^[ \\t>]*${UNKNOWN_WORDS}[ \\t]*$`, 'gm'), '')
}

/** What a tag within a line shows there. */
function wordsInLine(inside: string): string {
  const [, double, single] = SHOWN_TEXT.exec(inside) ?? []
  const term = TERM.exec(inside)?.[1]?.replaceAll('-', ' ')
  return double ?? single ?? term ?? (VALUE.test(inside) ? UNKNOWN_WORDS : '')
}
