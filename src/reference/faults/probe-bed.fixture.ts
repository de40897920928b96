import type { JsonObject } from '../../model/json.ts'
import { intent, outcome, plan, schemaErrors, sync, type TestBed, testBed } from '../agent.fixture.ts'
import type { AgentParts } from '../governance-agent/parts.ts'
import { objectAt, objectsIn } from '../governance-agent/payload.ts'

/** A question to an agent made of these parts; what comes back is small and comparable. */
export type Probe = (parts: AgentParts) => Promise<unknown>

export async function bed(parts: AgentParts, more: JsonObject = {}, ...others: JsonObject[]): Promise<TestBed> {
  const made = testBed(parts)
  await made.call('sync_plans', sync(plan(more), ...others))
  return made
}

export async function ask(on: TestBed, args: JsonObject, principal?: string): Promise<JsonObject> {
  return (await on.call('check_governance', args, principal)).payload
}

/** The decision, or the code of the error. */
export function word(payload: JsonObject): unknown {
  return objectAt(payload.adcp_error).code ?? payload.status
}

export function fieldOf(payload: JsonObject): unknown {
  return objectAt(payload.adcp_error).field
}

/** A probe for the decision on one check of one plan. */
export function decides(more: JsonObject, args: JsonObject): Probe {
  return async (parts) => word(await ask(await bed(parts, more), args))
}

/** A probe for the code and field that a sync of one plan is answered with. */
export function syncs(more: JsonObject): Probe {
  return async (parts) => {
    const { payload } = await testBed(parts).call('sync_plans', sync(plan(more)))
    return [word(payload), fieldOf(payload)]
  }
}

/** The token of an approved intent, whatever the agent says of it. */
export async function tokenOf(on: TestBed, budget = 70000): Promise<string> {
  return (await ask(on, intent(budget))).governance_context as string
}

export async function buy(on: TestBed, budget: number, more: JsonObject = {}): Promise<JsonObject> {
  const approved = await ask(on, intent(budget, 'plan_id' in more ? { plan_id: more.plan_id ?? '' } : {}))
  return (await on.call('report_plan_outcome', outcome(approved, budget, more))).payload
}

export async function log(on: TestBed, more: JsonObject = {}): Promise<JsonObject> {
  const { payload } = await on.call('get_plan_audit_logs', { plan_ids: ['plan_1'], include_entries: true, ...more })
  return objectsIn(payload.plans)[0] ?? payload
}

/** How often each entry of the log is of this kind. */
export async function entries(on: TestBed): Promise<readonly JsonObject[]> {
  return objectsIn((await log(on)).entries)
}

/** The places at which a reply breaks its official schema. */
export async function broken(on: TestBed, task: string, args: JsonObject): Promise<readonly string[]> {
  return await schemaErrors(task, await on.call(task, args))
}
