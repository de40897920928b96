import type { Decided } from '../model/plan.ts'
import type { Phase, Step, Storyboard } from '../model/storyboard.ts'

const boardFields = ['fixtures', 'requires_scenarios', 'requires_all_capabilities', 'requires', 'required_any_of_tools']
const phaseFields = ['optional', 'skip_if', 'branch_set', 'requires_capability']
const stepFields = [
  'auth',
  'agent',
  'contributes',
  'contributes_to',
  'contributes_if',
  'provides_state_for',
  'peer_substitutes_for',
  'requires_contract',
  'response_projection',
  'omit_account',
  'not_applicable_if',
  'parallel_dispatch',
  'rate_limit_trip',
  'triggered_by',
]
const pseudoTasks =
  /^(expect_|assert_|protected_resource_metadata$|oauth_auth_server_metadata$|request_signing_probe$|replay_|fetch_)/

/** What this release cannot do yet is blocked by name: run without it, the step would prove something else. */
export function unsupportedGate(board: Storyboard, phase: Phase, step: Step): Decided | undefined {
  const used = [
    ...given(board, boardFields),
    ...(board.prerequisites?.controller_seeding ? ['prerequisites.controller_seeding'] : []),
    ...(board.requires_capability && !('equals' in board.requires_capability) ? ['requires_capability'] : []),
    ...given(phase, phaseFields),
    ...given(step, stepFields),
    ...(pseudoTasks.test(step.task) ? [`task ${step.task}`] : []),
    ...(step.context_outputs?.some(({ path }) => path?.startsWith('task_completion.'))
      ? ['task_completion captures']
      : []),
  ]
  if (used.length === 0) return undefined
  const detail = `this release does not run ${used.join(', ')} yet`
  return { verdict: { status: 'blocked', reason: 'unsupported', detail }, validations: [] }
}

function given(on: object, fields: readonly string[]): readonly string[] {
  const values = new Map<string, unknown>(Object.entries(on))
  return fields.filter((field) => values.has(field) && values.get(field) !== false)
}
