import type { Evidence } from '../model/check.ts'
import type { ValidationResult } from '../model/verdict.ts'

/**
 * A warning for a reply that says one thing twice and differently. The runner contract settles which part holds, so the agent
 * is graded by that; a client that reads the other part acts on something else. Nothing when the reply is of one piece.
 */
export function contradictionIn({ reply }: Evidence): readonly ValidationResult[] {
  const contradiction = reply.kind === 'task' ? reply.extraction.contradiction : undefined
  if (contradiction === undefined) return []
  const outcome = {
    status: 'failed',
    message: contradiction,
    pointer: '',
    expected: 'the same in every part of the reply',
    actual: contradiction,
  } as const
  return [
    {
      check: 'gov_reply',
      description: 'The parts of the reply agree',
      severity: 'advisory',
      requirements: [],
      outcome,
    },
  ]
}
