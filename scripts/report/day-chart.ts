import type { DayCount } from '../../src/question-log/summarise-log.ts'

const DAY = 24 * 60 * 60_000
const HEIGHT = 80
const BAR = 10
const GAP = 2

/** Bars for the days from the first to the last, answered questions below those that were not; as a figure with an SVG. */
export function dayChart(days: readonly DayCount[]): string {
  const [first, last] = [days[0], days.at(-1)]
  // One day is no course of things.
  if (first === undefined || last === undefined || days.length === 1) return ''
  const most = Math.max(...days.map(({ answered, declined }) => answered + declined))
  const bars = days.map(({ day, answered, declined }) => {
    const x = daysBetween(first.day, day) * (BAR + GAP)
    const low = (HEIGHT * answered) / most
    const high = (HEIGHT * declined) / most
    return `<g><title>${day}: ${answered} answered, ${declined} not</title>
<rect class="answered" x="${x}" y="${(HEIGHT - low).toFixed(1)}" width="${BAR}" height="${low.toFixed(1)}"/>
<rect class="declined" x="${x}" y="${(HEIGHT - low - high).toFixed(1)}" width="${BAR}" height="${high.toFixed(1)}"/></g>`
  })
  const width = (daysBetween(first.day, last.day) + 1) * (BAR + GAP)
  return `<figure><svg role="img" aria-label="Questions a day, at most ${most}" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}">${bars.join('')}</svg>
<figcaption class="small">${first.day} to ${last.day}, at most ${most} a day: <span class="key answered"></span> answered, <span class="key declined"></span> not</figcaption></figure>`
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}
