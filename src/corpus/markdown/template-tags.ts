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
      if (prefix === undefined || (behind !== '\n' && behind !== '')) return ''
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
