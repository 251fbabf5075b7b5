/** A stylesheet comes as its text, see scripts/build/browser-assets.ts. */
declare module '*.css' {
  const css: string
  export default css
}
