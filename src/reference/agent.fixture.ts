import { expect } from 'vitest'
import { openSchemaSet } from '../load/schemas.ts'
import type { JsonObject } from '../model/json.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { createGovernanceAgent, type GovernanceAgent, type TaskResult } from './governance-agent/agent.ts'
import type { AgentParts } from './governance-agent/parts.ts'

export const schemas = openSchemaSet('3.0.6')
export const keys = await generateGovernanceKeys('gov-test')
export const issuer = 'https://governance.acme.example/mcp'
export const buyer = 'https://buying.pinnacle.example'
export const seller = 'https://ads.streamhaus.example/mcp'
export const otherSeller = 'https://sales.kidsafe.example/mcp'
/** 1 March 2027, before every flight in the fixtures. */
export const startOfTime = Date.parse('2027-03-01T00:00:00Z')

/** An agent with a clock that the test moves and ids that count up; everything it answers is held against its schema. */
export interface TestBed {
  readonly agent: GovernanceAgent
  call(task: string, args: JsonObject, principal?: string): Promise<TaskResult>
  wait(milliseconds: number): void
  now(): number
}

export function testBed(parts?: AgentParts): TestBed {
  let now = startOfTime
  let count = 0
  const agent = createGovernanceAgent({
    clock: {
      now: () => now,
      async sleep(milliseconds) {
        now += milliseconds
      },
    },
    ids: {
      next(prefix) {
        count += 1
        return `${prefix}_${count}`
      },
    },
    keys,
    issuer,
    schemas,
    ...(parts ? { parts } : {}),
  })
  return {
    agent,
    call: (task, args, principal = 'buyer') => agent.handle(task, args, principal),
    wait(milliseconds) {
      now += milliseconds
    },
    now: () => now,
  }
}

/** The errors of a reply by the official response schema; [] for an error reply or one of a task that goes on. */
export async function schemaErrors(task: string, { payload, isError }: TaskResult): Promise<readonly string[]> {
  if (isError || payload.status === 'submitted') return []
  const schema = await schemas.load(schemas.task(task)?.response ?? '')
  return (schema?.validate(payload) ?? [{ instancePath: '', message: `no schema for ${task}` }]).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  )
}

let keyCount = 0
export function freshKey(): string {
  keyCount += 1
  return `test-idempotency-key-${keyCount}`
}

export function plan(more: JsonObject = {}): JsonObject {
  return {
    plan_id: 'plan_1',
    brand: { domain: 'novasnacks.example' },
    objectives: 'Launch the new snack.',
    budget: { total: 75000, currency: 'USD', reallocation_unlimited: true },
    flight: { start: '2027-04-01T00:00:00Z', end: '2027-06-30T23:59:59Z' },
    ...more,
  }
}

export function sync(...plans: readonly JsonObject[]): JsonObject {
  return { idempotency_key: freshKey(), plans }
}

export function intent(
  budget: number | readonly number[],
  more: JsonObject = {},
  payload: JsonObject = {},
): JsonObject {
  const budgets = typeof budget === 'number' ? [budget] : budget
  return {
    plan_id: 'plan_1',
    caller: buyer,
    tool: 'create_media_buy',
    payload: {
      start_time: '2027-04-01T00:00:00Z',
      end_time: '2027-06-30T23:59:59Z',
      packages: budgets.map((one, index) => ({ product_id: `product_${index}`, budget: one })),
      ...payload,
    },
    ...more,
  }
}

export function execution(token: string, planned: JsonObject = {}, more: JsonObject = {}): JsonObject {
  return {
    plan_id: 'plan_1',
    caller: seller,
    governance_context: token,
    phase: 'purchase',
    planned_delivery: {
      start_time: '2027-04-01T00:00:00Z',
      end_time: '2027-06-30T23:59:59Z',
      total_budget: 70000,
      currency: 'USD',
      ...planned,
    },
    ...more,
  }
}

export function delivery(token: string, metrics: JsonObject = {}, more: JsonObject = {}): JsonObject {
  return {
    plan_id: 'plan_1',
    caller: seller,
    governance_context: token,
    phase: 'delivery',
    delivery_metrics: {
      reporting_period: { start: '2027-04-01T00:00:00Z', end: '2027-05-15T00:00:00Z' },
      ...metrics,
    },
    ...more,
  }
}

/** The outcome of an approved check. */
export function outcome(check: JsonObject, committed: number | undefined, more: JsonObject = {}): JsonObject {
  return {
    plan_id: 'plan_1',
    check_id: check.check_id ?? '',
    idempotency_key: freshKey(),
    outcome: 'completed',
    governance_context: check.governance_context ?? '',
    ...(committed === undefined ? {} : { seller_response: { committed_budget: committed } }),
    ...more,
  }
}

export function audit(more: JsonObject = {}): JsonObject {
  return { plan_ids: ['plan_1'], include_entries: true, ...more }
}

/** The first object of a list in a payload. */
export function first(payload: JsonObject, list: string): JsonObject {
  return (payload[list] as readonly JsonObject[])[0] ?? {}
}

/** A bed with plan_1 and the others in force. */
export async function bedWith(more: JsonObject = {}, ...others: readonly JsonObject[]): Promise<TestBed> {
  const bed = testBed()
  const { isError, payload } = await bed.call('sync_plans', sync(plan(more), ...others))
  expect(isError, JSON.stringify(payload)).toBe(false)
  return bed
}

/** The payload of a check, which the official schema accepts. */
export async function check(bed: TestBed, args: JsonObject, principal?: string): Promise<JsonObject> {
  return await valid(bed, 'check_governance', args, principal)
}

/** The payload of any task, which the official schema accepts. */
export async function valid(bed: TestBed, task: string, args: JsonObject, principal?: string): Promise<JsonObject> {
  const result = await bed.call(task, args, principal)
  expect(await schemaErrors(task, result), JSON.stringify(result.payload)).toEqual([])
  return result.payload
}

/** What a plan with these terms answers to a check. */
export async function decision(more: JsonObject, args: JsonObject): Promise<unknown> {
  return (await check(await bedWith(more), args)).status
}

/** The error that a call is answered with. */
export async function errorOf(bed: TestBed, task: string, args: JsonObject, principal?: string): Promise<unknown> {
  const { payload, isError } = await bed.call(task, args, principal)
  expect(isError, JSON.stringify(payload)).toBe(true)
  return payload.adcp_error
}
