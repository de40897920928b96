import type { Evidence } from '../model/check.ts'
import type { Exchange, Reply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { CompiledSchema } from '../model/schema-set.ts'
import type { Step } from '../model/storyboard.ts'
import type { BoardState } from './board-state.ts'
import type { PeerWatch } from './peer/peer-watch.ts'
import type { RunContext } from './run-context.ts'

/** What was fetched for the checks of a step beside its reply. */
export type Gathered = Partial<
  Pick<Evidence, 'keys' | 'upstream' | 'siblings' | 'responseSchema' | 'peerQuestionSchema'>
>

/** What the checks of a step may look at. */
export function evidenceOf(
  { step, task }: PlannedStep,
  exchange: Exchange,
  { run, state, peer }: { run: RunContext; state: BoardState; peer?: PeerWatch },
  { responseSchema, siblings = [exchange], ...gathered }: Gathered = {},
): Evidence {
  return {
    adcp: run.adcp,
    task,
    step: step.id,
    expects: expectationOf(step),
    request: exchange.request.payload,
    reply: exchange.reply,
    payload: payloadOf(exchange.reply, step),
    sentAt: exchange.startedAt,
    receivedAt: new Date(Date.parse(exchange.startedAt) + exchange.durationMs).toISOString(),
    responseSchema,
    mayBeInterim: interimSchemaOf(task, run, exchange.reply) !== undefined,
    agentUrl: String(run.runner.agent_url ?? ''),
    context: state.context,
    contributed: state.contributed,
    http: exchange.http,
    siblings,
    previous: state.previous,
    history: state.history,
    ...(peer && { peer: peer.evidence() }),
    ...gathered,
    earlier: (stepId) => state.earlier(stepId),
  }
}

/** `response_projection: raw`: the reply as the agent wrapped it. */
function payloadOf(reply: Reply, { response_projection: projection }: Step): JsonObject | undefined {
  if (reply.kind === 'http') return reply.payload
  if (reply.kind !== 'task') return undefined
  return projection === 'raw' ? (reply.envelope ?? reply.payload) : reply.payload
}

/** Which kind of reply a step allows. */
export function expectationOf(step: Step): Evidence['expects'] {
  return step.gov_reply ?? (step.expect_error ? 'error' : 'success')
}

/**
 * The schema that the author names, or the one that the official manifest gives the task. A reply that is not final and names its task
 * satisfies either that one or the schema of the task for such replies; one that satisfies neither breaks the latter.
 */
export async function responseSchemaOf(
  { step, task }: PlannedStep,
  { schemas }: RunContext,
  reply: Reply,
): Promise<CompiledSchema | undefined> {
  const known = schemas.task(task)
  const ref = step.response_schema_ref ?? known?.response
  const schema = ref === undefined ? undefined : await schemas.load(ref)
  const interim = interimSchemaOf(task, { schemas }, reply)
  if (interim === undefined || schema?.validate(payloadOf(reply, step)).length === 0) return schema
  return (await schemas.load(interim)) ?? schema
}

/** The schema for a reply that is not final and names its task; undefined when the task may not be answered so. */
function interimSchemaOf(task: string, { schemas }: Pick<RunContext, 'schemas'>, reply: Reply): string | undefined {
  if (reply.kind !== 'task' || reply.error || !reply.interim || reply.taskId === undefined) return undefined
  return schemas.task(task)?.interim?.[reply.interim]
}

/** The official schema of what a governance agent may be asked. */
export async function peerQuestionSchemaOf({
  schemas,
}: Pick<RunContext, 'schemas'>): Promise<CompiledSchema | undefined> {
  const ref = schemas.task('check_governance')?.request
  return ref === undefined ? undefined : await schemas.load(ref)
}
