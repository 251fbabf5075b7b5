import { endOfFence, openingFence } from './fences.ts'

const OPENING =
  /^([ \t>]*)(?:\{%-?\s*(?:highlight|codeblock)\s+([\w+#-]*)[^%]*%\}|\{\{[<%]\s*(?:highlight|code)\s+"?([\w+#-]*)"?[^>%]*[>%]\}\})\s*$/
const CLOSING = /(?:\{%-?\s*end(?:highlight|codeblock)\s*-?%\}|\{\{[<%]\s*\/(?:highlight|code)\s*[>%]\}\})/

/** Longer than any fence that stands in a text. */
const FENCE = '``````````'

/** Writes code between `{% highlight LANGUAGE %}` and `{% endhighlight %}`, and the like, between fences. */
export function fenceCodeTags(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => OPENING.test(line))) return lines
  const result: string[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string
    const fence = openingFence(line)
    const [, prefix, liquid, hugo] = OPENING.exec(line) ?? []
    const closing =
      prefix === undefined ? -1 : lines.findIndex((other, index) => index > at && CLOSING.test(other))
    if (fence) {
      const end = endOfFence(lines, at, fence)
      result.push(...lines.slice(at, end))
      at = end
    } else if (closing > 0) {
      const code = lines.slice(at + 1, closing)
      result.push(`${prefix}${FENCE}${liquid ?? hugo ?? ''}`, ...code, `${prefix}${FENCE}`)
      at = closing + 1
    } else {
      result.push(line)
      at++
    }
  }
  return result
}
