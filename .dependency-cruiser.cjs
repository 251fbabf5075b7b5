/**
 * Import directions. Everything flows towards domain/; only entries and what they are
 * composed of, storage (the file system) and the few adapters named below may touch the runtime. What this file forbids, `npm test` refuses.
 */
const swc = require('@swc/core')

// dependency-cruiser 17 parses every file without JSX (sverweij/dependency-cruiser#1081); 18 does not, and wants Node 22.
const { parseFileSync } = swc
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })

const RUNTIME_BOUND =
  '^src/(entries|cli|service|indexing|storage)/|^src/index/vectors/graph/hnsw-graph\\.ts$|^src/langchain/vectorstores/hnsw\\.ts$|^src/discord/gateway/(gateway|caches|connection|channel-places)\\.ts$|^src/http/(serve\\.ts$|node/)'

/** A folder may import from itself and from the layers below it. */
const LAYERS = [
  ['domain', 'errors', 'log', 'item-at', 'first-at-least', 'paragraph-id', 'pause'],
  ['stages'],
  ['text', 'views'],
  ['corpus', 'embeddings', 'claims'],
  ['index'],
  ['retrieval'],
  ['conversation'],
  ['answer'],
  ['chat'],
  ['protocol', 'langchain', 'question-log', 'telemetry'],
  ['http', 'discord', 'browser'],
  ['openai', 'mcp'],
  ['interfaces'],
  ['storage'],
  ['indexing'],
  ['configuration'],
  ['cli'],
  ['service'],
]

const layerRules = LAYERS.flatMap((names, level) =>
  names.map((name) => {
    const allowed = [name, ...LAYERS.slice(0, level).flat()]
    return {
      name: `${name}-imports-only-downwards`,
      severity: 'error',
      from: { path: `^src/${name}(/|\\.ts$)` },
      to: { path: '^src/', pathNot: `^src/(${allowed.join('|')})(/|\\.ts$)` },
    }
  }),
)

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'core-names-no-runtime',
      comment:
        'The same code runs in Node and in Workers: no node: module and no native addon outside its adapters.',
      severity: 'error',
      from: { path: '^src/', pathNot: RUNTIME_BOUND },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-names-no-native-or-node-package',
      severity: 'error',
      from: { path: '^src/', pathNot: RUNTIME_BOUND },
      to: { path: 'node_modules/(hnswlib-node|discord\\.js|@hono/node-server|pino|@node-rs)/' },
    },
    {
      name: 'core-reaches-no-runtime',
      comment: 'Not even through a longer path.',
      severity: 'error',
      from: { path: '^src/', pathNot: RUNTIME_BOUND },
      to: { path: RUNTIME_BOUND, reachable: true },
    },
    {
      name: 'worker-reaches-no-runtime',
      severity: 'error',
      from: { path: '^src/entries/worker\\.ts$' },
      to: {
        path: '^src/(storage|indexing|service|cli)/|/hnsw(-graph)?\\.ts$|^src/discord/gateway/|node_modules/hnswlib-node/|^node:',
        reachable: true,
      },
    },
    {
      name: 'browsers-load-little',
      comment: 'Scripts of pages share views with the server and types with the protocol, and nothing else.',
      severity: 'error',
      from: { path: '^src/browser/' },
      to: { path: '^src/', pathNot: '^src/(browser|views|protocol)/|^src/domain/' },
    },
    {
      name: 'nothing-imports-browser',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/browser/' },
      to: { path: '^src/browser/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-imports-entries',
      severity: 'error',
      from: { pathNot: '^src/entries/' },
      to: { path: '^src/entries/(node|discord|cli|index|mcp|worker)\\.ts$' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.bin$' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      // The bundler puts jsx-runtime in the place of that of hono, see scripts/build/browser-assets.ts.
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$|^src/browser/dom/jsx-runtime\\.ts$' },
      to: {},
    },
    {
      name: 'src-imports-no-tests-or-scripts',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
    },
  },
}
