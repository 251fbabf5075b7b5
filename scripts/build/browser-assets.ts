import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import type { Asset } from '../../src/http/assets/generated.js'

/** Browsers of the last three years; what they lack in CSS (nesting) is written out. */
const TARGET = ['chrome114', 'firefox121', 'safari16.4']

const SCRIPTS = {
  '/chat.js': 'src/browser/chat.ts',
  '/reader.js': 'src/browser/reader.ts',
  '/docs.js': 'src/browser/docs.ts',
  '/widget.js': 'src/browser/widget.ts',
}
const STYLESHEETS = { '/style.css': 'src/http/pages/styles/main.css' }
const IMAGES = { '/icon.svg': 'src/http/pages/styles/icon.svg' }

/**
 * Everything that pages load, bundled and minified, by the path where it is served.
 *
 * @param root folder of the project
 */
export async function bundleBrowserAssets(root: string): Promise<Record<string, Asset>> {
  const assets = await Promise.all([
    ...Object.entries(SCRIPTS).map(async ([path, file]) => [
      path,
      {
        type: 'text/javascript; charset=utf-8',
        content: await bundle(root, file, scriptOptions(root, path)),
      },
    ]),
    ...Object.entries(STYLESHEETS).map(async ([path, file]) => [
      path,
      { type: 'text/css; charset=utf-8', content: await bundle(root, file) },
    ]),
    ...Object.entries(IMAGES).map(async ([path, file]) => [
      path,
      { type: 'image/svg+xml', content: await readFile(join(root, file), 'utf8') },
    ]),
  ])
  return Object.fromEntries(assets)
}

async function bundle(root: string, file: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    target: TARGET,
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  })
  return outputFiles?.[0]?.text ?? ''
}

function scriptOptions(root: string, path: string): BuildOptions {
  return {
    // Only a script that is no module knows which element it came from.
    format: path === '/widget.js' ? 'iife' : 'esm',
    // The same views, made of elements instead of text.
    alias: { 'hono/jsx/jsx-runtime': join(root, 'src/browser/dom/jsx-runtime.ts') },
    plugins: [stylesheetsAsText(root)],
  }
}

/**
 * A stylesheet that a script imports comes as its text, minified. The script runs in pages of other sites, which may give
 * their root any size of type, so that lengths in `rem` become pixels.
 */
function stylesheetsAsText(root: string): Plugin {
  return {
    name: 'stylesheets as text',
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => ({
        contents: inPixels(await bundle(root, path)),
        loader: 'text',
      }))
    },
  }
}

const PIXELS_A_REM = 16

function inPixels(css: string): string {
  return css.replace(/(?<![\w.-])(-?\d*\.?\d+)rem\b/g, (_, rem: string) => `${Number(rem) * PIXELS_A_REM}px`)
}
