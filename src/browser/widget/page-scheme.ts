/** What stands in a computed colour: red, green, blue and, where it is not 1, the opacity. */
const COLOR = /rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?\)/

/** Whether a computed colour is dark; undefined where one sees through it. */
export function isDark(color: string): boolean | undefined {
  const [, red, green, blue, opacity = '1'] = COLOR.exec(color) ?? []
  if (red === undefined || Number(opacity) < 0.5) return undefined
  // Weights of the sRGB primaries in the luminance (WCAG 2.2), without their curve: it is a matter of light or dark.
  return 0.2126 * Number(red) + 0.7152 * Number(green) + 0.0722 * Number(blue) < 128
}

/**
 * The colour scheme that a page is in now, whichever way it chooses it: what is behind its text tells. A page without a
 * background follows the system only if it says that it can be dark.
 */
export function pageScheme(page: Document): 'light' | 'dark' {
  for (const element of [page.body, page.documentElement]) {
    const dark = isDark(getComputedStyle(element).backgroundColor)
    if (dark !== undefined) return dark ? 'dark' : 'light'
  }
  const { colorScheme } = getComputedStyle(page.documentElement)
  const followsSystem = /dark/.test(colorScheme) && !/only light/.test(colorScheme)
  return followsSystem && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
