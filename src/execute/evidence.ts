import type { Evidence } from '../model/check.ts'
import type { Exchange } from '../model/exchange.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { PublishedKeys } from '../model/published-keys.ts'
import type { CompiledSchema } from '../model/schema-set.ts'
import type { Step } from '../model/storyboard.ts'
import type { BoardState } from './board-state.ts'
import type { RunContext } from './run-context.ts'

/** The schema that the author names, or the one that the official manifest gives the task. */
export function responseSchemaOf(
  { step, task }: PlannedStep,
  { schemas }: RunContext,
): Promise<CompiledSchema | undefined> {
  const ref = step.response_schema_ref ?? schemas.task(task)?.response
  return ref === undefined ? Promise.resolve(undefined) : schemas.load(ref)
}

/** What the checks of a step may look at. */
export function evidenceOf(
  { step, task }: PlannedStep,
  exchange: Exchange,
  { run, state }: { run: RunContext; state: BoardState },
  responseSchema: CompiledSchema | undefined,
  keys?: PublishedKeys,
): Evidence {
  return {
    adcp: run.adcp,
    task,
    expects: expectationOf(step),
    request: exchange.request.payload,
    reply: exchange.reply,
    payload: exchange.reply.kind === 'task' ? exchange.reply.payload : undefined,
    sentAt: exchange.startedAt,
    receivedAt: new Date(Date.parse(exchange.startedAt) + exchange.durationMs).toISOString(),
    responseSchema,
    agentUrl: String(run.runner.agent_url ?? ''),
    context: state.context,
    contributed: state.contributed,
    http: exchange.http,
    siblings: [exchange],
    previous: state.previous,
    ...(keys && { keys }),
    earlier: (stepId) => state.earlier(stepId),
  }
}

/** Which kind of reply a step allows. */
export function expectationOf(step: Step): Evidence['expects'] {
  return step.gov_reply ?? (step.expect_error ? 'error' : 'success')
}
