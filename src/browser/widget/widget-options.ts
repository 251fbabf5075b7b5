import type { Language } from '../../domain/language.ts'
import { nearestLanguage } from '../../views/words/words-for.ts'

/** What the site says about its widget, in `data-…` attributes of the script. */
export interface WidgetOptions {
  /** Where the service is, without a slash at its end. */
  readonly origin: string
  readonly language: Language
  readonly title: string
  /** Colour of the button and of links to sources; the widget's own without it. */
  readonly color?: string | undefined
  readonly scheme: 'auto' | 'light' | 'dark'
  readonly side: 'left' | 'right'
  /** On the button; no button where it is empty. */
  readonly label?: string | undefined
  /** Elements of the site that open the panel, as a CSS selector. */
  readonly opener?: string | undefined
  readonly questions: readonly string[]
  /** Ids of the articles to ask; all without any. */
  readonly articles: readonly string[]
  /** What readers agree to before their first question is sent. */
  readonly consent?: string | undefined
  /** Stands below the box. */
  readonly note?: string | undefined
  readonly key?: string | undefined
}

/**
 * Reads the attributes of the widget's script.
 *
 * @param address of the script; the service is where it came from
 * @param pageLanguage of the page that it stands in
 * @example
 * readOptions('https://ask.example.org/widget.js', { questions: 'What is it?|Who made it?' }, 'zh-TW')
 */
export function readOptions(
  address: string,
  data: Readonly<Record<string, string | undefined>>,
  pageLanguage: string,
): WidgetOptions {
  const language = nearestLanguage(data.language ?? pageLanguage) ?? 'en'
  return {
    origin: new URL('.', address).href.replace(/\/$/, ''),
    language,
    title: data.title?.trim() || 'Footnote',
    color: /^#[\da-f]{6}$/i.test(data.color ?? '') ? data.color : undefined,
    scheme: data.scheme === 'light' || data.scheme === 'dark' ? data.scheme : 'auto',
    side: data.side === 'left' ? 'left' : 'right',
    label: data.label,
    opener: data.opener?.trim() || undefined,
    questions: listOf(data.questions, '|'),
    articles: listOf(data.articles, ','),
    consent: data.consent?.trim() || undefined,
    note: data.note?.trim() || undefined,
    key: data.key?.trim() || undefined,
  }
}

function listOf(text: string | undefined, separator: string): string[] {
  return (text ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
