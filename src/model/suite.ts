import type { Located } from './located.ts'
import type { Storyboard } from './storyboard.ts'
import type { TestKit } from './test-kit.ts'

/** Where a storyboard stands in the official suite: which claim of an agent makes it apply. */
export type Family =
  | { readonly kind: 'universal' }
  | { readonly kind: 'protocol'; readonly id: string }
  | { readonly kind: 'specialism'; readonly id: string }

/** A storyboard that a run may be about. */
export interface LoadedBoard {
  readonly source: Located<Storyboard>
  readonly kit: Located<TestKit> | undefined
  /** For an official one. */
  readonly family?: Family
  /**
   * What selects it: it was asked for (when absent); the agent's own claims; or another storyboard that names it in `requires_scenarios`,
   * and nothing else.
   */
  readonly selectedBy?: 'claims' | 'scenarios'
  /** Ids in `requires_scenarios` that no storyboard has. */
  readonly unresolved?: readonly string[]
}
