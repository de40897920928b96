import type { RunReport } from '../model/run-report.ts'
import type { Fault } from '../reference/faults/fault.ts'
import { createGovernanceAgent, type GovernanceAgent } from '../reference/governance-agent/agent.ts'
import { conformantParts } from '../reference/governance-agent/parts.ts'
import { defaultLimits } from '../run/options.ts'
import { type Prepared, runPrepared } from '../run/run-prepared.ts'
import { type GovernanceKeys, generateGovernanceKeys } from '../token/keys.ts'
import { inProcess } from './in-process.ts'

/** One row: a fault, and the steps whose validations caught it by naming its requirement. */
export interface Kill {
  readonly fault: string
  readonly requirement: string
  /** Addresses; empty when the fault was not caught. */
  readonly killedBy: readonly string[]
  /** Only advisory validations caught it: a warning, by the position that the requirement is graded under. */
  readonly advisory: boolean
  readonly verdict: RunReport['verdict']['status']
}

/** Runs each fault against the storyboards that grade its requirement. */
export async function killMatrix(faults: readonly Fault[], prepared: Prepared): Promise<readonly Kill[]> {
  const keys = await generateGovernanceKeys('self-test')
  const rows: Kill[] = []
  for (const fault of faults) rows.push(await kill(fault, prepared, keys))
  return rows
}

async function kill(fault: Fault, prepared: Prepared, keys: GovernanceKeys): Promise<Kill> {
  const report = await runAgainst(agentWith(prepared, keys, fault), narrowed(prepared, fault.requirement))
  const { id, requirement } = fault
  const failures = failuresNaming(requirement, report)
  return {
    fault: id,
    requirement,
    killedBy: [...new Set(failures.map(({ address }) => address))],
    advisory: failures.every(({ severity }) => severity === 'advisory'),
    verdict: report.verdict.status,
  }
}

/** A reference agent in memory, with one fault or none. */
export function agentWith(prepared: Prepared, keys: GovernanceKeys, fault?: Fault): GovernanceAgent {
  let made = 0
  return createGovernanceAgent({
    clock: { now: Date.now },
    ids: { next: (prefix) => `${prefix}_${++made}` },
    keys,
    issuer: 'https://governance.self-test.example/mcp',
    schemas: prepared.schemas,
    parts: fault ? fault.break(conformantParts) : conformantParts,
  })
}

/** Runs whatever is prepared against an agent in this process. */
export function runAgainst(agent: GovernanceAgent, prepared: Prepared): Promise<RunReport> {
  const clock = { now: Date.now }
  let made = 0
  const ids = { uuid: () => crypto.randomUUID(), opaque: () => `own_${++made}` }
  return runPrepared(inProcess(agent, clock), prepared, { dates: 'shift', limits: defaultLimits, clock, ids })
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

function failuresNaming(requirement: string, report: RunReport) {
  return report.storyboards
    .flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
    .flatMap(({ address, validations }) =>
      validations
        .filter((one) => one.outcome.status === 'failed' && one.requirements.includes(requirement))
        .map(({ severity }) => ({ address, severity })),
    )
}
