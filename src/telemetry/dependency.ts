/** Something outside of the service that it leans on, and goes on without in some way. */
export interface Dependency {
  readonly name: 'discord' | 'embeddings' | 'chat'
  /** In a word, for people: `connected`, `resting` */
  readonly state: string
  readonly isUp: boolean
}
