import { invariants } from '../invariants/index.ts'
import type { Exchange } from '../model/exchange.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { StepVerdict, ValidationResult } from '../model/verdict.ts'
import { expectationOf } from './evidence.ts'
import { keptExchange } from './kept-exchange.ts'
import type { StepSetting } from './step-setting.ts'

/** The rules over all steps that this reply broke, as failed validations; what holds is not listed. */
export function brokenInvariants(
  planned: PlannedStep,
  exchange: Exchange,
  { run, state, invariantIds }: StepSetting,
  verdict: StepVerdict,
): readonly ValidationResult[] {
  const { step, task } = planned
  const passed = verdict.status === 'passed'
  const newest = { step: step.id, task, expects: expectationOf(step), passed, exchange }
  const disabled = new Set(step.invariants?.disable)
  const world = { adcp: run.adcp, secrets: run.secrets(), kit: state.board.kit?.value }
  const broken = invariants
    .filter(({ id }) => invariantIds.has(id) && !disabled.has(id))
    .flatMap(({ id, title, judge }) => {
      const outcome = judge([...state.observed, newest], world)
      if (outcome === undefined) return []
      return [
        { check: `invariant:${id}`, description: title, severity: 'required' as const, requirements: [], outcome },
      ]
    })
  state.observed.push({ ...newest, exchange: keptExchange(exchange) })
  return broken
}
