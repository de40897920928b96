import type { Located } from '../model/located.ts'
import type { Phase, Step, Storyboard } from '../model/storyboard.ts'

/** The official vectors of request signing, by the phase that leaves its steps to the runner. */
export interface SigningVectorIds {
  readonly positive_vectors: readonly string[]
  readonly negative_vectors: readonly string[]
}

/** Fills up the memory of the agent for one key, and so must come last. */
const last = /rate-abuse/

/**
 * The storyboard with a step for each official vector, where its phases leave that to the runner (signed_requests). Another
 * storyboard stays as it is.
 */
export function signedRequestSteps(board: Located<Storyboard>, vectors: SigningVectorIds): Located<Storyboard> {
  if (board.value.id !== 'signed_requests') return board
  return { ...board, value: { ...board.value, phases: board.value.phases.map((phase) => withSteps(phase, vectors)) } }
}

function withSteps(phase: Phase, vectors: SigningVectorIds): Phase {
  const { id, steps } = phase
  if (steps.length > 0 || (id !== 'positive_vectors' && id !== 'negative_vectors')) return phase
  const ids = [...vectors[id]].sort()
  const ordered = [...ids.filter((vector) => !last.test(vector)), ...ids.filter((vector) => last.test(vector))]
  return {
    ...phase,
    steps: ordered.map((vector) => stepFor(vector, id === 'positive_vectors' ? 'positive' : 'negative')),
  }
}

function stepFor(vector: string, side: 'positive' | 'negative'): Step & { readonly signing_vector: string } {
  const title = side === 'positive' ? `Accepts ${vector}` : `Refuses ${vector}`
  return { id: vector, title, task: 'request_signing_probe', signing_vector: `${side}/${vector}` }
}
