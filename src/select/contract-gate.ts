import type { Decided } from '../model/plan.ts'
import type { RunOffers } from '../model/run-offers.ts'
import type { Step } from '../model/storyboard.ts'

/** `requires_contract`: a step that counts on something which this run does not fulfil says nothing about the agent. */
export function contractGate({ requires_contract: contract }: Step, { contracts }: RunOffers): Decided | undefined {
  if (contract === undefined || contracts.has(contract)) return undefined
  const detail = `the runner contract ${contract} is not in scope of this run`
  return { verdict: { status: 'not_applicable', reason: 'unsatisfied_contract', detail }, validations: [] }
}
