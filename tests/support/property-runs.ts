/**
 * How many cases of a costly property are tried: a tenth of the full number, unless PROPERTY_RUNS=full asks for all of
 * them.
 */
export function propertyRuns(full: number): number {
  return process.env.PROPERTY_RUNS === 'full' ? full : full / 10
}
