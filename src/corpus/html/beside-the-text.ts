import type { Element, Root } from 'hast'
import { holds, isElement, namesOf, replaceElements, textLength } from './elements.ts'

const PROGRAMS = ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'canvas']
const NAVIGATION = ['head', 'nav', 'menu', 'dialog']
const CONTROLS = ['button', 'input', 'select', 'textarea', 'audio', 'video']

/** Elements that never hold words of the text. */
const BESIDE_THE_TEXT = new Set([...PROGRAMS, ...NAVIGATION, ...CONTROLS])
const ROLES = ['navigation', 'search', 'complementary', 'contentinfo', 'dialog', 'menu']

/** Classes and ids that sites give to what stands around a text. */
const SURROUNDINGS = new Set(
  `toc table-of-contents tableofcontents breadcrumb breadcrumbs pagination pager page-nav prev-next post-navigation sidebar
   sphinxsidebar navbar site-nav skip-link sr-only visually-hidden visuallyhidden screen-reader-text edit-link
   edit-page-link sharedaddy share-buttons social-share addtoany jp-relatedposts related-posts comments comments-area
   comment-list commentlist comment-respond disqus_thread cookie-banner cookie-consent copybtn line-numbers-wrapper footer
   site-footer page-footer nav navigation main-nav global-nav navheader navfooter nav-wrapper viewcode-link viewcode-block`.split(
    /\s+/,
  ),
)

/** Names of what stands above a text, and may hold its title. */
const ABOVE = new Set(['header', 'site-header', 'page-header', 'masthead', 'topbar', 'top-bar'])

/** Links beside a heading that lead to itself. */
const ANCHOR =
  /^(?:header-?link|heading-?link|header-anchor|heading-anchor|anchor(?:js-link|-link)?|sl-anchor-link|hash-link|perma-?link|toc-anchor)$/
/** Call-outs, which some sites set aside. */
const CALL_OUT =
  /(?:^|[\s_-])(?:notes?|tips?|hint|info|warn(?:ing)?|caution|danger|important|admonition|call-?out|alert|notice|message|starlight-aside)(?:$|[\s_-])/i

const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** A form with so much text in it that is no label is the page itself. */
const TEXT_IN_FORM = 100

/**
 * Takes out what is no part of a page's text: programs, navigation, controls, what is hidden, and what is named as
 * standing beside it. Of a whole page, what holds most of the words is the text, and stays: some sites hide it until a
 * program shows it, others set all of it into a form.
 *
 * @param tree is changed
 */
export function removeBesideTheText(tree: Root, { isPage }: { readonly isPage: boolean }): void {
  replaceElements(tree, (node, parent) => {
    if (isElement(node, 'input') && node.properties.type === 'checkbox' && isInItem(parent)) return undefined
    return BESIDE_THE_TEXT.has(node.tagName) || node.properties.ariaHidden === 'true' ? [] : undefined
  })
  const most = isPage ? textLength(tree) / 2 : Number.POSITIVE_INFINITY
  replaceElements(tree, (node, parent) =>
    isBeside(node, parent as Element) && textLength(node) <= most ? [] : undefined,
  )
}

function isInItem(parent: unknown): boolean {
  return isElement(parent as Element, 'li', 'p', 'label')
}

function isBeside(node: Element, parent: Element): boolean {
  const { tagName, properties } = node
  const names = namesOf(node)
  if (tagName === 'aside') return !isCallOut(node, names)
  if (tagName === 'form') return isDialogue(node)
  // Below a quotation it names whom the words are of.
  if (tagName === 'footer') return !isElement(parent, 'blockquote')
  if (tagName === 'a')
    return (
      names.some((name) => SURROUNDINGS.has(name)) ||
      (names.some((name) => ANCHOR.test(name)) && (names.includes('sl-anchor-link') || textLength(node) <= 3))
    )
  if (names.some((name) => ABOVE.has(name))) return !holds(node, 'h1')
  return (
    ROLES.includes(String(properties.role)) ||
    // `hidden="until-found"` is shown when it is searched for.
    properties.hidden === true ||
    properties.hidden === '' ||
    HIDDEN.test(String(properties.style ?? '')) ||
    names.some((name) => SURROUNDINGS.has(name))
  )
}

function isCallOut({ properties }: Element, names: readonly string[]): boolean {
  return properties.role === 'note' || CALL_OUT.test([...names, properties.ariaLabel ?? ''].join(' '))
}

/** Whether a form asks for something rather than holding the page. */
function isDialogue(form: Element): boolean {
  if (holds(form, 'h1', 'h2', 'article', 'main')) return false
  return textLength(form) - labelLength(form) < TEXT_IN_FORM
}

function labelLength(node: Element): number {
  return node.children.reduce((sum, child) => {
    if (!isElement(child)) return sum
    return (
      sum + (child.tagName === 'label' || child.tagName === 'legend' ? textLength(child) : labelLength(child))
    )
  }, 0)
}
