import type { DayCount } from '../../src/question-log/summarise-log.ts'

const HEIGHT = 80
const BAR = 10
const GAP = 2

/** Bars for the days, answered questions below those that were not; as SVG. */
export function dayChart(days: readonly DayCount[]): string {
  if (days.length === 0) return ''
  const most = Math.max(...days.map(({ answered, declined }) => answered + declined))
  const bars = days.map(({ day, answered, declined }, index) => {
    const x = index * (BAR + GAP)
    const low = (HEIGHT * answered) / most
    const high = (HEIGHT * declined) / most
    return `<g><title>${day}: ${answered} answered, ${declined} not</title>
<rect class="answered" x="${x}" y="${(HEIGHT - low).toFixed(1)}" width="${BAR}" height="${low.toFixed(1)}"/>
<rect class="declined" x="${x}" y="${(HEIGHT - low - high).toFixed(1)}" width="${BAR}" height="${high.toFixed(1)}"/></g>`
  })
  const width = days.length * (BAR + GAP)
  return `<svg role="img" aria-label="Questions a day, at most ${most}" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}">${bars.join('')}</svg>`
}
