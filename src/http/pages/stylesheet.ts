/**
 * One quiet sheet for all pages: light and dark, phone and desktop, screen and paper. Chinese gets its own faces,
 * leading and punctuation; the gutter beside a paragraph holds its number.
 */
export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf8; --ink: #23201b; --soft: #6d675c; --line: #e4dfd3;
  --link: #1d5b79; --mark: #ffe58a; --mark-ink: #23201b; --raised: #f5f2e9;
  --gutter: 1.75rem;
  font: 1.0625rem/1.65 Charter, "Bitstream Charter", "Iowan Old Style", Georgia, serif;
  background: var(--paper); color: var(--ink);
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --ink: #dedad2; --soft: #9d978b; --line: #33343a;
    --link: #8cc4e0; --mark: #5f4e10; --mark-ink: #fff4d0; --raised: #202227;
  }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 42rem; padding: 1.25rem var(--gutter) 4rem }
:where(:lang(zh)) {
  line-height: 1.9; line-break: strict; text-spacing-trim: trim-start;
  hanging-punctuation: allow-end;
}
:where(:lang(zh-Hant)) { font-family: "PingFang TC", "Noto Sans TC", "Noto Sans CJK TC", "Microsoft JhengHei", sans-serif }
:where(:lang(zh-Hans)) { font-family: "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
h1, h2, h3, h4, h5, h6 { line-height: 1.35; text-wrap: balance; overflow-wrap: anywhere }
h1 { font-size: 1.75rem; margin: 1.5rem 0 .5rem }
h2 { font-size: 1.25rem; margin: 3rem 0 1rem }
h3, h4, h5, h6 { font-size: 1.0625rem; margin: 2rem 0 .75rem }
p { margin: 0; overflow-wrap: anywhere; text-wrap: pretty }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: from-font }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 2px }
small, .byline, .site { color: var(--soft); font-size: .875rem }
.byline { margin-bottom: 2.5rem }
.lead { font-size: 1.125rem; margin-bottom: 2rem }
.articles { list-style: none; padding: 0 }
li { margin: .35rem 0 }
footer.site { margin-top: 4rem; overflow-wrap: anywhere }
.notice { margin: 1rem 0; padding: .6rem .9rem; border-left: 3px solid var(--soft); background: var(--raised) }

.paragraph { position: relative; margin: 0 0 1.15em }
.paragraph :is(ul, blockquote, pre, table) { margin: 0 }
.paragraph.prose p, .paragraph li, blockquote p { white-space: pre-line }
.paragraph ul { padding-left: 1.4em }
blockquote { padding-left: 1.1rem; border-left: 3px solid var(--line); color: var(--soft) }
pre, .wide { overflow-x: auto }
pre { padding: .8rem 1rem; background: var(--raised); border-radius: 4px; line-height: 1.5 }
code { font: .875rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK TC", monospace }
table { border-collapse: collapse; font-size: .9375rem; line-height: 1.5 }
th, td { padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
th { border-bottom-color: var(--soft) }

.number {
  position: absolute; top: 0; left: calc(-1 * var(--gutter)); width: var(--gutter); padding: .35em .45rem .35em 0;
  font: .6875rem/1.75 ui-sans-serif, system-ui, sans-serif; font-variant-numeric: tabular-nums;
  color: var(--soft); text-align: right; text-decoration: none; user-select: none; opacity: 0;
}
.number:focus-visible, .paragraph:hover .number, :target > .number, .paragraph:has(:target) > .number { opacity: 1 }
@media (hover: none) { .number { opacity: 1 } }

mark { background: var(--mark); color: var(--mark-ink); padding: .1em 0; border-radius: 2px;
  -webkit-box-decoration-break: clone; box-decoration-break: clone }
:target { scroll-margin-top: 30vh }
.paragraph:target { scroll-margin-top: 4rem }
.paragraph:is(:target, :has(:target))::before {
  content: ""; position: absolute; inset: .3em auto .3em calc(-1 * var(--gutter)); width: 3px; background: var(--mark);
}
@media (prefers-color-scheme: dark) {
  .paragraph:is(:target, :has(:target))::before { background: #a98c2a }
}
@media print {
  :root { font-size: 11pt; --paper: #fff; --ink: #000 }
  body { max-width: none; padding: 0 }
  header.site, .number { display: none }
  mark { text-decoration: underline; print-color-adjust: exact; -webkit-print-color-adjust: exact }
  h2, h3 { break-after: avoid }
  p { orphans: 3; widows: 3 }
  pre { white-space: pre-wrap }
}
`.trimStart()
