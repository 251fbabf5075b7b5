import { fileURLToPath } from 'node:url'
import { writeBrowserAssets } from '../../../scripts/build/write-browser-assets.ts'

/** Before any test: pages and Workers import what this writes. */
export default async function setup(): Promise<void> {
  await writeBrowserAssets(fileURLToPath(new URL('../../..', import.meta.url)))
}
