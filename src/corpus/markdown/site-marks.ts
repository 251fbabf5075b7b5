import type { MaskedText } from './masked-text.ts'

const ATTRIBUTE = String.raw`(?:#[^\s{}]+|\.[A-Za-z][\w-]*|[\w:-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+))`
const ATTRIBUTES = String.raw`[ \t]*${ATTRIBUTE}(?:[ \t]+${ATTRIBUTE})*[ \t]*\}`

/** Marks of sites and of notebooks that no reader sees, and what is shown instead. Where order matters, it is this. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  // Comments of HTML inside a line, and of Obsidian.
  [/<!--(?:(?!-->)[\s\S]){0,5000}-->/g, ''],
  [/^[ \t]*%%[ \t]*\n(?:(?!%%)[\s\S]){0,5000}%%[ \t]*$/gm, ''],
  [/(?<![%\w])%%(?![%\s])(?:(?!%%)[^\n])*(?<![%\s])%%(?!%)|(?<![%\w])%% (?:(?!%%)[^\n])* %%(?!%)/g, ''],
  // The place of a list of contents, with the list item that Kramdown wants before it.
  [/^[ \t]*(?:[-*+]|\d+\.)[ \t]+[^\n]{0,80}\n[ \t]*\{:[ \t]*toc\b[^}\n]*\}[ \t]*$/gim, ''],
  [
    /^[ \t]*(?:\[\[_?toc_?\]\]|\[_?toc_?\]|@\[toc\](?:\([^)\n]*\))?|\$\{toc\}|\{\{\s*toc\s*\}\})[ \t]*$/gim,
    '',
  ],
  // Code and pages that another file holds.
  [
    /^[ \t]*(?:<<<[ \t]+[@./~]\S*.*|@\[code[^\]\n]*\]\([^)\n]*\)|@include:?[ \t]*[(<].*|-{1,3}8<-{1,3}.*|!!!include\([^\n]*|\{\*[ \t][^\n}]*\*\}|\{!>?[^\n!]*!\})[ \t]*$/gm,
    '',
  ],
  // Words that a component sets within a line: `:badge[New]`.
  [/(?<![\w:\]}]):[a-z][\w-]*\[([^\]\n]*)\](?:\{[^{}\n]*\})?/g, '$1'],
  // Abbreviations, shown when a mouse rests on them.
  [/^[ \t]*\*\[[^\]\n]+\]:[^\n]*$/gm, ''],
  // Attributes: of a block on a line of their own, of a heading or a block behind it, of what stands before them.
  [/^[ \t>]*\{:[^{}\n]*\}[ \t]*$/gm, ''],
  [new RegExp(String.raw`(?<![ \t])[ \t]*\{(?::|(?=[ \t]*[#.]))${ATTRIBUTES}(?=[ \t]*$)`, 'gm'), ''],
  [new RegExp(String.raw`(?<=[)\]*_"\ufdd5])\{:?${ATTRIBUTES}`, 'g'), ''],
  // Pages of a vault that are shown inside this one; links between pages, by another name or their own.
  [/!\[\[[^[\]\n]+\]\]/g, ''],
  [/(?<![[\w\\])\[\[(?!["'\s])([^[\]|\n]+)\|([^[\]\n]+)\]\](?![\](])/g, '$2'],
  [/(?<![[\w\\])\[\[(?!["'\s])([^[\]|,\n]+)\]\](?![\](])/g, '$1'],
  // A name that a block is linked by.
  [/[ \t]\^[\da-f]{6}[ \t]*$/gm, ''],
  // Marked with a highlighter.
  [/(?<![=\w])==(?![=\s])([^=\n]+)(?<!\s)==(?![=\w])/g, '$1'],
  // Roles of MyST: {ref}`words <target>`.
  [/\{[a-z][a-z:+-]*\}(?=\ufdd5)/g, ''],
]

/** Takes the remaining marks of sites and of notebooks out of a text. */
export function removeSiteMarks(masked: MaskedText): void {
  let { text } = masked
  for (const [mark, shown] of MARKS) text = text.replace(mark, shown)
  masked.text = text
}
