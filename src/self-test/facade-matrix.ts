import type { RunReport } from '../model/run-report.ts'
import type { Fault } from '../reference/faults/fault.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentWith, runAgainst } from './agents.ts'

/** One row: an agent that only pretends to decide, and how many requirements a whole run finds it to violate. */
export interface Unmasking {
  readonly facade: string
  readonly verdict: RunReport['verdict']['status']
  readonly violated: number
  /** Nonconformant, and for more than the one requirement that a lucky check could stumble on. */
  readonly unmasked: boolean
}

/** Nobody who looks at nothing gets away with fewer. */
const atLeast = 10

/** Runs each façade of a governance agent against everything that is prepared. */
export async function facadeMatrix(facades: readonly Fault[], prepared: Prepared): Promise<readonly Unmasking[]> {
  const keys = await generateGovernanceKeys('self-test')
  const rows: Unmasking[] = []
  for (const facade of facades)
    rows.push(unmasking(facade.id, await runAgainst(agentWith(prepared, keys, facade), prepared)))
  return rows
}

/** What a whole run has made of a façade that has to be found to violate so many requirements. */
export function unmasking(facade: string, { verdict, counts }: RunReport, least = atLeast): Unmasking {
  const { violated } = counts.requirements
  const unmasked = verdict.status === 'nonconformant' && violated >= least
  return { facade, verdict: verdict.status, violated, unmasked }
}
