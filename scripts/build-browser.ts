import { fileURLToPath } from 'node:url'
import { reportFailure } from '../src/cli/exit-codes.ts'
import { writeBrowserAssets } from './build/write-browser-assets.ts'

/** `npm run build:browser`: bundles the scripts and stylesheets of the pages and the widget. */
await writeBrowserAssets(fileURLToPath(new URL('..', import.meta.url))).catch((error) => {
  process.exitCode = reportFailure(error)
})
