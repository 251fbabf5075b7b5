import { endOfFence, openingFence } from './fences.ts'

const OPENING =
  /^([ \t>]*)(?:\{%-?\s*(?:highlight|codeblock)\s+([\w+#-]*)[^%]*%\}|\{\{[<%]\s*(?:highlight|code)\s+"?([\w+#-]*)"?[^>%]*[>%]\}\})\s*$/
/** `{{< tab name="Linux" codelang="bash" >}}`: a tab that holds code. */
const CODE_TAB = /^([ \t>]*)\{\{[<%]\s*tab\s(?=[^>%]*\bcodelang="([\w+#-]*)")(?=[^>%]*\bname="([^"]*)")/
const CLOSING =
  /(?:\{%-?\s*end(?:highlight|codeblock)\s*-?%\}|\{\{[<%]\s*\/(?:highlight|code|tab)\s*[>%]\}\})/

/** Longer than any fence that stands in a text. */
const FENCE = '``````````'

/** Writes code between `{% highlight LANGUAGE %}` and `{% endhighlight %}`, and the like, between fences. */
export function fenceCodeTags(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => fenceOf(line) !== undefined)) return lines
  const result: string[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string
    const fence = openingFence(line)
    const tag = fenceOf(line)
    const closing = tag ? lines.findIndex((other, index) => index > at && CLOSING.test(other)) : -1
    if (fence) {
      const end = endOfFence(lines, at, fence)
      result.push(...lines.slice(at, end))
      at = end
    } else if (tag && closing > 0) {
      result.push(tag.opening, ...lines.slice(at + 1, closing), tag.closing)
      at = closing + 1
    } else {
      result.push(line)
      at++
    }
  }
  return result
}

/** The fences that stand for a tag around code. */
function fenceOf(line: string): { readonly opening: string; readonly closing: string } | undefined {
  const [, prefix, liquid, hugo] = OPENING.exec(line) ?? []
  if (prefix !== undefined)
    return { opening: `${prefix}${FENCE}${liquid ?? hugo ?? ''}`, closing: prefix + FENCE }
  const [, tabPrefix, language = '', label = ''] = CODE_TAB.exec(line) ?? []
  if (tabPrefix === undefined) return undefined
  return { opening: `${tabPrefix}${FENCE}${language} [${label}]`, closing: tabPrefix + FENCE }
}
