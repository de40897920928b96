import { type AdcpVersion, adcpVersions } from '../../model/adcp-version.ts'
import type { JsonObject } from '../../model/json.ts'
import type { SchemaSet } from '../../model/schema-set.ts'
import type { GovernanceKeys } from '../../token/keys.ts'
import type { RevocationList } from '../../token/sign.ts'
import { type AgentClock, pause } from './agent-clock.ts'
import { majorVersion } from './capabilities.ts'
import { checkGovernance } from './check-governance.ts'
import { getPlanAuditLogs } from './get-plan-audit-logs.ts'
import { keep, type Question } from './idempotency.ts'
import { type Operator, operatorOf } from './operator.ts'
import { type AgentParts, conformantParts } from './parts.ts'
import { Refusal } from './refusal.ts'
import { reportPlanOutcome } from './report-plan-outcome.ts'
import { emptyState } from './state.ts'
import { syncPlans } from './sync-plans.ts'
import { atVersion, errorAtVersion } from './wire-names.ts'
import type { Workings } from './workings.ts'

export interface GovernanceAgentOptions {
  readonly clock: AgentClock
  readonly ids: { next(prefix: string): string }
  readonly keys: GovernanceKeys
  /** The https URL of this agent, as its brand publishes it. */
  readonly issuer: string
  /** The version it speaks; 3.0 when absent. */
  readonly adcp?: AdcpVersion
  /** The official schemas of that version. */
  readonly schemas: SchemaSet
  /** Other than the conformant ones, to make an agent with a fault. */
  readonly parts?: AgentParts
}

export interface TaskResult {
  readonly payload: JsonObject
  readonly isError: boolean
}

export interface GovernanceAgent {
  readonly issuer: string
  readonly keys: GovernanceKeys
  readonly clock: AgentClock
  /** Answers one task for an authenticated principal. Calls are answered one after another. Rejects only for a bug. */
  handle(task: string, args: JsonObject, principal: string): Promise<TaskResult>
  /** The key set, to be served. */
  jwks(): readonly JsonObject[]
  /** The revocation list as of now, to be signed and served. */
  revocations(): RevocationList
  /** What the people behind the agent do; never reachable over the wire. */
  readonly operator: Operator
}

/** A governance agent that conforms to AdCP 3.0 or 3.1, keeps everything in memory, and decides by rules alone. */
export function createGovernanceAgent(options: GovernanceAgentOptions): GovernanceAgent {
  const { parts = conformantParts, ...given } = options
  const work: Workings = { ...given, parts, state: emptyState() }
  let last: Promise<unknown> = Promise.resolve()
  return {
    issuer: work.issuer,
    keys: work.keys,
    clock: work.clock,
    handle(task, args, principal) {
      const answer = last.then(() => answerTask(task, args, principal, work, options.adcp ?? adcpVersions['3.0']))
      last = answer.catch(() => undefined)
      return answer
    },
    jwks: () => parts.publishedKeys(work.keys),
    revocations: () => parts.revocationList(work),
    operator: operatorOf(work),
  }
}

type Handler = (args: JsonObject, principal: string, work: Workings) => JsonObject | Promise<JsonObject>

const handlers: Readonly<Record<string, Handler>> = {
  get_adcp_capabilities: (_args, _principal, { parts }) => parts.capabilities(),
  sync_plans: syncPlans,
  check_governance: checkGovernance,
  report_plan_outcome: reportPlanOutcome,
  get_plan_audit_logs: getPlanAuditLogs,
}

/** The tasks that the agent answers, in the order of their use. */
export const governanceTasks: readonly string[] = Object.keys(handlers)

async function answerTask(
  task: string,
  args: JsonObject,
  principal: string,
  work: Workings,
  adcp: AdcpVersion,
): Promise<TaskResult> {
  const { parts } = work
  await pause(parts.thinkingTime(task), work.clock)
  try {
    const reply = await replyTo({ task, principal, args, now: work.clock.now() }, work)
    return { payload: parts.echo(atVersion(task, reply, adcp), args), isError: false }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { payload: parts.echo(errorAtVersion(parts.errorPayload(error), adcp), args), isError: true }
  }
}

async function replyTo(question: Question, work: Workings): Promise<JsonObject> {
  const { task, args, principal } = question
  const handler = Object.hasOwn(handlers, task) ? handlers[task] : undefined
  if (handler === undefined) throw new Refusal('INVALID_REQUEST', `This agent has no task ${task}.`)
  const problem = versionProblem(args) ?? (await work.parts.requestProblem(task, args, work.schemas))
  if (problem) throw problem
  if (!work.schemas.task(task)?.requiresIdempotencyKey) return await handler(args, principal, work)
  const before = work.parts.recall(work.state, question)
  if (before) return before
  const reply = await handler(args, principal, work)
  keep(work.state, question, reply)
  return reply
}

function versionProblem({ adcp_major_version: version }: JsonObject): Refusal | undefined {
  if (version === undefined || version === majorVersion) return undefined
  return new Refusal('VERSION_UNSUPPORTED', `This agent speaks AdCP ${majorVersion}.`, 'adcp_major_version')
}
