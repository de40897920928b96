import type { PlannedStep } from '../model/plan.ts'
import type { BoardState } from './board-state.ts'

/**
 * The step that should have given this one a value or set it off, and that does not apply to the agent: then this one does not
 * apply either. Undefined when everything is there, or is missing for another reason.
 */
export function inapplicableSource({ step }: PlannedStep, state: BoardState): string | undefined {
  const { sample_request, context_inputs = [], gov_adjust_from } = step
  const { filter, triggered_by } = step as { filter?: unknown; triggered_by?: unknown }
  const text = JSON.stringify([sample_request, filter])
  const names = [...tokens(text, /\$context\.(\w+)/g), ...context_inputs.map(({ key }) => key)]
  const captors = names.filter((name) => !state.context.has(name)).map((name) => state.scope().capturedBy(name))
  const sources = [...captors, ...tokens(text, /prior_step\.([\w-]+)\./g), triggered_by, gov_adjust_from]
  return state.board.steps.find(
    ({ address, step: { id } }) =>
      (sources.includes(address) || sources.includes(id)) && state.verdictOf(address)?.status === 'not_applicable',
  )?.address
}

function tokens(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name)
}
