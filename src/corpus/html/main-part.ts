import type { Element, Nodes, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { holds, isElement, namesOf, replaceElements, textLength } from './elements.ts'

/** Classes of articles that are not what the page is about. */
const OTHER_ARTICLE =
  /(?:^|[-_])(?:comment|reply|teaser|related|recommend(?:ed|ation)?|promo|card|widget)s?(?:$|[-_])/

/** What is marked as the article holds at least this share of the page's words, links left out, or is none. */
const LEAST_SHARE = 0.4

/**
 * The part of a page that is its text: what is marked as an article; with several that are not comments or teasers (the
 * posts of a thread), what holds all of them; else what is marked as the main part; else everything. An article that
 * holds little of what there is to read is not what the page is about.
 *
 * @param tree is changed: articles that are comments or teasers are taken out where other words remain
 */
export function mainPart(tree: Root): Nodes {
  const others = articlesOf(tree).filter(isOther)
  const rest = textLength(tree) - others.reduce((sum, article) => sum + textLength(article), 0)
  if (rest > 0) replaceElements(tree, (node) => (others.includes(node) ? [] : undefined))
  const main = firstMain(tree) ?? tree
  const articles = articlesOf(tree)
  const written = articles.filter((article) =>
    holds(article, 'p', 'li', 'pre', 'table', 'h1', 'h2', 'h3', 'br'),
  )
  const candidates = written.length > 0 ? written : articles
  const words = candidates.reduce((sum, article) => sum + proseLength(article), 0)
  if (words === 0 || words < LEAST_SHARE * proseLength(main)) return main
  const [only, ...more] = candidates
  return more.length === 0 && only ? only : commonAncestor(tree, candidates)
}

function articlesOf(tree: Root): Element[] {
  const articles: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'article') return undefined
    articles.push(node)
    return SKIP
  })
  return articles
}

function isOther(article: Element): boolean {
  return namesOf(article).some((names) => names.split(' ').some((name) => OTHER_ARTICLE.test(name)))
}

function firstMain(tree: Root): Element | undefined {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName === 'main' || node.properties.role === 'main') found.push(node)
  })
  return found.find((node) => textLength(node) > 0)
}

/** How much there is to read that is no link. */
function proseLength(node: Nodes): number {
  if (isElement(node, 'a')) return 0
  return 'children' in node
    ? node.children.reduce((sum: number, child) => sum + proseLength(child), 0)
    : textLength(node)
}

/** The innermost element that holds all of these. */
function commonAncestor(tree: Root, elements: readonly Element[]): Nodes {
  let ancestor: Nodes = tree
  for (;;) {
    const inside: Element | undefined = (ancestor as Element).children.find(
      (child): child is Element => isElement(child) && elements.every((element) => contains(child, element)),
    )
    if (inside === undefined || elements.includes(inside)) return ancestor
    ancestor = inside
  }
}

function contains(node: Element, element: Element): boolean {
  return node === element || node.children.some((child) => isElement(child) && contains(child, element))
}
