import type { Element, Nodes, Root } from 'hast'
import { toText } from 'hast-util-to-text'
import { element, isElement, namesOf, replaceElements, text } from './elements.ts'

const LANGUAGE = /^(?:language|lang|highlight-source|highlight|source|brush:?)-([\w+#-]+)$/
/** Classes that follow another, which says that the next one is a language. */
const ANNOUNCED = new Set(['sourcecode', 'brush:', 'prettyprint', 'hljs', 'src'])
const NO_LANGUAGE = new Set([
  'text',
  'plain',
  'none',
  'plaintext',
  'default',
  'notranslate',
  'hljs',
  'highlight',
  'numbersource',
])
/** Lines that a program needs and readers are spared: of mdBook, until they ask for them. */
const HIDDEN_LINES = 'boring'
const LINE_NUMBER = /^(?:line-?numbers?|linenos?|lineno|gutter|line-numbers-rows)$/

/**
 * Brings pieces of code into one form: their text without the numbers of its lines, and their language where the page
 * tells it anywhere around them.
 *
 * @param tree is changed
 */
export function normaliseCode(tree: Root): void {
  replaceElements(tree, (node, parent) => {
    if (namesOf(node).some((name) => LINE_NUMBER.test(name) || name === HIDDEN_LINES)) return []
    // VitePress shows the name of the language above the code.
    const isLanguageName =
      isElement(node, 'span') && namesOf(node).includes('lang') && languageOf(parent as Element) !== undefined
    return isLanguageName ? [] : undefined
  })
  normalise(tree, [])
}

/** @param around what the node stands in, innermost first */
function normalise(node: Root | Element, around: readonly Element[]): void {
  if (isElement(node, 'pre')) {
    const [code] = node.children.filter((child): child is Element => isElement(child, 'code'))
    const holders = [...(code ? [code] : []), node, ...around.slice(0, 3)]
    const language = holders.map(languageOf).find((name) => name !== undefined)
    const words = toText(node, { whitespace: 'pre' }).replace(/^\n|(?<!\n)\n+$/g, '')
    node.children = [element('code', [text(words)], language === undefined ? [] : [`language-${language}`])]
    return
  }
  const inner = isElement(node) ? [node, ...around] : around
  for (const child of node.children) if (isElement(child)) normalise(child, inner)
}

function languageOf(node: Nodes): string | undefined {
  if (!isElement(node)) return undefined
  const { dataLang, dataLanguage } = node.properties
  const told = dataLanguage ?? dataLang
  if (typeof told === 'string' && told !== '') return told
  const names = namesOf(node).flatMap((name) => name.split(/\s+/))
  for (const [at, name] of names.entries()) {
    const found = LANGUAGE.exec(name)?.[1] ?? (ANNOUNCED.has(names[at - 1] ?? '') ? name : undefined)
    if (found !== undefined && found !== '' && !NO_LANGUAGE.has(found)) return found
  }
  return undefined
}
