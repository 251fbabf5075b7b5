/** A file that wrangler bundles as data, see the rules in wrangler.toml. */
declare module '*.bin' {
  const bytes: ArrayBuffer
  export default bytes
}
