import type { RunReport } from '../model/run-report.ts'
import type { Fault } from '../reference/faults/fault.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentWith, runAgainst } from './agents.ts'
import { failedIn } from './failed-in.ts'
import { inLanes } from './in-lanes.ts'

export { agentWith, runAgainst } from './agents.ts'

/** One row: a fault, and the steps whose validations caught it by naming its requirement. */
export interface Kill {
  readonly fault: string
  readonly requirement: string
  /** not_graded: no storyboard has a validation that names the requirement. */
  readonly status: 'killed' | 'survived' | 'not_graded'
  /** Addresses; empty when the fault was not caught. */
  readonly killedBy: readonly string[]
  /** Only advisory validations caught it: a warning, by the position that the requirement is graded under. */
  readonly advisory: boolean
  readonly verdict: RunReport['verdict']['status'] | 'not_run'
}

/** Runs each fault of a governance agent against the storyboards that grade its requirement. */
export async function killMatrix(faults: readonly Fault[], prepared: Prepared): Promise<readonly Kill[]> {
  const keys = await generateGovernanceKeys('self-test')
  const run = (fault: Fault, scope: Prepared) => runAgainst(agentWith(scope, keys, fault), scope)
  return await inLanes(1, faults, (fault) => kill(fault, prepared, run))
}

/** Something wrong with an agent of either role. */
interface Subject {
  readonly id: string
  readonly requirement: string
}

/** Runs whatever is prepared against an agent with this fault. */
export type FaultRun<Wrong> = (fault: Wrong, prepared: Prepared) => Promise<RunReport>

/** Runs a fault against the storyboards that grade its requirement. */
export async function kill<Wrong extends Subject>(
  wrong: Wrong,
  prepared: Prepared,
  run: FaultRun<Wrong>,
): Promise<Kill> {
  const { id: fault, requirement } = wrong
  const scope = narrowed(prepared, requirement)
  if (scope.scope.boards.length === 0)
    return { fault, requirement, status: 'not_graded', killedBy: [], advisory: false, verdict: 'not_run' }
  const report = await run(wrong, scope)
  const failures = failedIn(report).filter(({ requirements }) => requirements.includes(requirement))
  const advisory = failures.length > 0 && failures.every(({ severity }) => severity === 'advisory')
  const verdict = report.verdict.status
  const caught = failures.length > 0 && verdict === (advisory ? 'conformant' : 'nonconformant')
  const killedBy = [...new Set(failures.map(({ address }) => address))]
  return { fault, requirement, status: caught ? 'killed' : 'survived', killedBy, advisory, verdict }
}

/** Only the storyboards that grade the requirement: the others have nothing to say about the fault. */
function narrowed(prepared: Prepared, requirement: string): Prepared {
  const { scope } = prepared
  const boards = scope.boards.filter(({ source }) =>
    source.value.phases.some(({ steps }) =>
      steps.some(({ validations = [] }) => validations.some(({ requirements }) => requirements?.includes(requirement))),
    ),
  )
  return { ...prepared, scope: { ...scope, boards, requirements: [requirement] } }
}
