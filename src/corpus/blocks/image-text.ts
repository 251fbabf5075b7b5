import type { Paragraph, PhrasingContent } from 'mdast'

/** The words of a picture that stands alone are read where they describe it: two words, or four Han characters. */
const DESCRIPTION = /\S\s+\S|\p{Script=Han}{4}/u
const FILE_NAME = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|mp4|webm)$/i

/**
 * Whether a paragraph is nothing but pictures that say nothing: badges, logos, names of files. The description of a
 * single picture is what some readers get to know of it, and stays.
 */
export function isWordlessImage({ children }: Paragraph): boolean {
  const shown = children.filter(
    ({ type, ...node }) => type !== 'break' && !('value' in node && isBlank(node.value)),
  )
  if (shown.length === 0 || !shown.every(isPicture)) return false
  const [only, ...others] = shown
  const alt = only && 'alt' in only ? (only.alt ?? '') : ''
  return others.length > 0 || FILE_NAME.test(alt) || !DESCRIPTION.test(alt)
}

function isPicture(node: PhrasingContent): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true
  return (
    (node.type === 'link' || node.type === 'linkReference') &&
    node.children.length > 0 &&
    node.children.every(isPicture)
  )
}

function isBlank(value: string): boolean {
  return value.trim() === ''
}
