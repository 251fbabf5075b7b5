/** Something that a model says and what it rests on, as far as the model names it. */
export interface ReplyUnit {
  /** Empty where only labels come, which belong to the unit before. */
  readonly text: string
  readonly labels: readonly string[]
  /** Whether it names a label that was never given out. */
  readonly hasUnknownLabel: boolean
  /** Words that it names instead of labels. */
  readonly quotes: readonly string[]
}

export type OnUnit = (unit: ReplyUnit) => void
