import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npm run index` in this form of the program: beside this file, run with the same flags of Node. */
export function indexCommand(): string[] {
  const file = new URL(`./index${extname(import.meta.url)}`, import.meta.url)
  return [...process.execArgv, fileURLToPath(file)]
}
