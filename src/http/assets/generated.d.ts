/** A file that browsers load. */
export interface Asset {
  readonly type: string
  readonly content: string
}

/** By path. `npm run build:browser` writes this module from `src/browser` and `src/http/pages/styles`. */
export declare const ASSETS: Readonly<Record<string, Asset>>
