/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { CloseIcon, OpenIcon } from '../../views/icons.tsx'
import type { ChatPageData } from '../../views/page-data.ts'
import { closest, find, nodesOf } from '../dom/elements.ts'
import { showHighlights } from './highlights.tsx'

export interface SourcePanelOptions {
  readonly panel: HTMLElement
  readonly data: ChatPageData
  /** What cannot be reached while the panel covers it. */
  readonly behind: readonly HTMLElement[]
}

/** Wide enough for the conversation and the article side by side. */
const WIDE = '(min-width: 68rem)'

/** Shows an article at its cited words, beside the conversation or, where there is no room, over it. */
export class SourcePanel {
  private opener: HTMLElement | undefined
  private loading: AbortController | undefined

  constructor(private readonly options: SourcePanelOptions) {
    options.panel.addEventListener('click', (event) => closest(event, '.close') && this.close())
    matchMedia(WIDE).addEventListener('change', () => this.isOpen && this.cover())
  }

  get isOpen(): boolean {
    return !this.options.panel.hidden
  }

  /**
   * @param address where the article opens, with its marks and anchor
   * @param opener what gets the focus back
   */
  async open(address: string, opener: HTMLElement): Promise<void> {
    this.loading?.abort()
    const loading = new AbortController()
    this.loading = loading
    this.opener = opener
    const article = await load(address, loading.signal)
    if (loading.signal.aborted) return
    if (article === undefined) {
      location.assign(address)
      return
    }
    const { panel } = this.options
    panel.replaceChildren(nodesOf(this.frame(address)))
    find(panel, '.scroll').append(article)
    panel.hidden = false
    document.body.classList.add('with-panel')
    this.cover()
    const anchor = decodeURIComponent(new URL(address, location.href).hash.slice(1))
    const target = anchor === '' ? null : panel.querySelector(`[id="${CSS.escape(anchor)}"]`)
    showHighlights(find(panel, '.highlights'), article, this.options.data.panel, target)
    target?.scrollIntoView({ block: 'center' })
    find(panel, '.close').focus({ preventScroll: true })
  }

  close(): void {
    this.loading?.abort()
    this.options.panel.hidden = true
    this.options.panel.replaceChildren()
    document.body.classList.remove('with-panel')
    this.cover()
    this.opener?.focus({ preventScroll: true })
  }

  private cover(): void {
    const covers = this.isOpen && !matchMedia(WIDE).matches
    for (const element of this.options.behind) element.inert = covers
  }

  private frame(address: string) {
    const { words, panel } = this.options.data
    return (
      <>
        <div class="bar">
          <p>{panel.source}</p>
          <nav class="highlights" aria-label={panel.highlights} hidden></nav>
          <a href={address} class="whole" aria-label={panel.openWhole} title={panel.openWhole}>
            <OpenIcon />
          </a>
          <button type="button" class="close" aria-label={words.close} title={words.close}>
            <CloseIcon />
          </button>
        </div>
        <div class="scroll" tabindex={0}></div>
      </>
    )
  }
}

/** The article of a reader's page. Nothing in it runs: the page is parsed, not opened. */
async function load(address: string, signal: AbortSignal): Promise<HTMLElement | undefined> {
  try {
    const response = await fetch(address, { headers: { Accept: 'text/html' }, signal })
    if (!response.ok) return undefined
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const article = page.querySelector<HTMLElement>('article.article')
    return article === null ? undefined : document.importNode(article, true)
  } catch {
    return undefined
  }
}
