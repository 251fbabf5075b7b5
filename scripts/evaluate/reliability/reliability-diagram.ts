import type { Calibration } from './calibration.ts'

/** A calibration to draw. */
export interface Curve {
  readonly name: string
  readonly calibration: Calibration
}

const SIZE = 420
const LEFT = 56
const TOP = 20
const BOTTOM = 76
/** Told apart by lightness and by the shape of the line, not by hue alone. */
const STYLES = [
  { colour: '#1d4ed8', dashes: '' },
  { colour: '#c2410c', dashes: '6 4' },
]

/** An SVG: the share of right answers against confidence, a dot a bin, its area by how many answers it holds. */
export function reliabilityDiagram(curves: readonly Curve[]): string {
  const width = LEFT + SIZE + 20
  const height = TOP + SIZE + BOTTOM
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title" font-family="system-ui, sans-serif" font-size="12" fill="#333">`,
    '<title id="title">Reliability diagram: the share of right answers against the confidence stated</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...axes(),
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="2 4"/>`,
    ...curves.flatMap((curve, at) => drawCurve(curve, at)),
    `<text x="${x(0.5)}" y="${TOP + SIZE + 34}" text-anchor="middle">stated confidence</text>`,
    `<text transform="translate(14 ${y(0.5)}) rotate(-90)" text-anchor="middle">share that was right</text>`,
    ...curves.flatMap((curve, at) => legend(curve, at)),
    '</svg>',
    '',
  ].join('\n')
}

function axes(): string[] {
  return [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((tick) => [
    `<line x1="${x(tick)}" y1="${y(0)}" x2="${x(tick)}" y2="${y(1)}" stroke="#eee"/>`,
    `<line x1="${x(0)}" y1="${y(tick)}" x2="${x(1)}" y2="${y(tick)}" stroke="#eee"/>`,
    `<text x="${x(tick)}" y="${y(0) + 16}" text-anchor="middle">${tick}</text>`,
    `<text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
  ])
}

function drawCurve({ calibration }: Curve, at: number): string[] {
  const { colour, dashes } = styleOf(at)
  const dots = calibration.bins.flatMap(({ confidence, right, count }) =>
    confidence === undefined || right === undefined ? [] : [{ x: x(confidence), y: y(right), count }],
  )
  const line = dots.map((dot) => `${dot.x},${dot.y}`).join(' ')
  return [
    `<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-dasharray="${dashes}"/>`,
    ...dots.map(
      (dot) =>
        `<circle cx="${dot.x}" cy="${dot.y}" r="${round(2 + Math.sqrt(dot.count))}" fill="${colour}" fill-opacity=".45"><title>${dot.count} answers</title></circle>`,
    ),
  ]
}

function legend({ name, calibration }: Curve, at: number): string[] {
  const { colour, dashes } = styleOf(at)
  const top = TOP + SIZE + 52 + at * 16
  return [
    `<line x1="${x(0)}" y1="${top - 4}" x2="${x(0) + 28}" y2="${top - 4}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>`,
    `<text x="${x(0) + 36}" y="${top}">${name}: ${calibration.count} questions, expected calibration error ${calibration.expectedError.toFixed(3)}</text>`,
  ]
}

function styleOf(at: number) {
  return STYLES[at % STYLES.length] ?? { colour: '#000', dashes: '' }
}

function x(share: number): number {
  return round(LEFT + share * SIZE)
}

function y(share: number): number {
  return round(TOP + (1 - share) * SIZE)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
