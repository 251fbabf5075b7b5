/** Something outside of the service that it leans on, and goes on without in some way. */
export interface Dependency {
  readonly name: 'discord' | 'embeddings' | 'chat'
  /** One word for people, such as `connected` or `resting`. */
  readonly state: string
  readonly isUp: boolean
}
