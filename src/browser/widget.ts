import { withUsableOpener } from './widget/usable-opener.ts'
import { Widget } from './widget/widget.ts'
import { readOptions } from './widget/widget-options.ts'

/** The script that any site may load: puts a button and a panel into its page, see docs/widget.md. */
const script = document.currentScript
if (script instanceof HTMLScriptElement) {
  const widget = new Widget(
    withUsableOpener(readOptions(script.src, script.dataset, document.documentElement.lang)),
  )
  if (document.body === null) addEventListener('DOMContentLoaded', () => widget.mount())
  else widget.mount()
}
