import type { ScaleFigures } from './measure.ts'

const WIDTH = 260
const HEIGHT = 180
const MARGIN = { left: 52, right: 30, top: 30, bottom: 30 }
const COLUMNS = 4

interface Panel {
  readonly title: string
  readonly figureOf: (figures: ScaleFigures) => number
}

const PANELS: readonly Panel[] = [
  { title: 'build (s)', figureOf: ({ buildSeconds }) => buildSeconds },
  { title: 'small edit (s)', figureOf: ({ editSeconds }) => editSeconds },
  { title: 'load (s)', figureOf: ({ loadSeconds }) => loadSeconds },
  { title: 'resident (MB)', figureOf: ({ residentMegabytes }) => residentMegabytes },
  { title: 'disk (MB)', figureOf: ({ diskMegabytes }) => diskMegabytes },
  { title: 'vector search p50 (ms)', figureOf: ({ searchMilliseconds }) => searchMilliseconds.processorP50 },
  { title: 'answer p50 (ms)', figureOf: ({ askMilliseconds }) => askMilliseconds.processorP50 },
  { title: 'answer p99 (ms)', figureOf: ({ askMilliseconds }) => askMilliseconds.processorP99 },
]

/** Growth against passages, both axes logarithmic: a straight line at 45° is growth in proportion. */
export function scaleChart(rows: readonly ScaleFigures[]): string {
  const panels = PANELS.map((panel, at) => {
    const x = (at % COLUMNS) * WIDTH
    const y = Math.floor(at / COLUMNS) * HEIGHT
    return `<g transform="translate(${x} ${y})">${drawPanel(panel, rows)}</g>`
  })
  const height = Math.ceil(PANELS.length / COLUMNS) * HEIGHT
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH * COLUMNS} ${height}" font-family="system-ui, sans-serif" font-size="11" role="img" aria-label="Growth of the index against its passages">
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
</svg>
`
}

function drawPanel({ title, figureOf }: Panel, rows: readonly ScaleFigures[]): string {
  const points = rows.map((row) => ({ passages: Math.log10(row.passages), value: Math.log10(figureOf(row)) }))
  const xs = rangeOf(points.map(({ passages }) => passages))
  const ys = rangeOf(points.map(({ value }) => value))
  const x = (value: number) => scale(value, xs, MARGIN.left, WIDTH - MARGIN.right)
  const y = (value: number) => scale(value, ys, HEIGHT - MARGIN.bottom, MARGIN.top)
  const vertical = decades(xs).map(
    (decade) =>
      `<path d="M${x(decade)} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}" stroke="#ddd"/>` +
      `<text x="${x(decade)}" y="${HEIGHT - MARGIN.bottom + 14}" text-anchor="middle">${label(decade)}</text>`,
  )
  const horizontal = decades(ys).map(
    (decade) =>
      `<path d="M${MARGIN.left} ${y(decade)}H${WIDTH - MARGIN.right}" stroke="#ddd"/>` +
      `<text x="${MARGIN.left - 6}" y="${y(decade) + 4}" text-anchor="end">${label(decade)}</text>`,
  )
  const line = points.map(({ passages, value }) => `${x(passages)},${y(value)}`).join(' ')
  const dots = points.map(
    ({ passages, value }) => `<circle cx="${x(passages)}" cy="${y(value)}" r="3" fill="#0a58ca"/>`,
  )
  return [
    `<text x="${MARGIN.left}" y="18" font-weight="600">${title}</text>`,
    ...vertical,
    ...horizontal,
    `<polyline points="${line}" fill="none" stroke="#0a58ca" stroke-width="2"/>`,
    ...dots,
  ].join('')
}

type Range = readonly [low: number, high: number]

/** Whole powers of ten around the values. */
function rangeOf(values: readonly number[]): Range {
  const low = Math.floor(Math.min(...values))
  return [low, Math.max(low + 1, Math.ceil(Math.max(...values)))]
}

function decades([low, high]: Range): number[] {
  return Array.from({ length: high - low + 1 }, (_, at) => low + at)
}

function scale(value: number, [low, high]: Range, from: number, to: number): number {
  return Math.round((from + ((value - low) / (high - low)) * (to - from)) * 10) / 10
}

function label(decade: number): string {
  return decade < 0 ? String(10 ** decade) : (10 ** decade).toLocaleString('en')
}
