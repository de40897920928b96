import type { Exchange, TaskReply } from '../../model/exchange.ts'
import { isJsonObject, type JsonObject } from '../../model/json.ts'
import type { PlannedStep } from '../../model/plan.ts'
import type { StepReport } from '../../model/run-report.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import { buildRequest } from '../../request/build-request.ts'
import { peerTool } from '../../select/peer-tasks.ts'
import { captureStep } from '../capture-step.ts'
import { keptExchange } from '../kept-exchange.ts'
import { blocked, notSent } from '../not-sent.ts'
import { held } from '../pseudo/found.ts'
import { identityOf } from '../step-identity.ts'
import type { StepSetting } from '../step-setting.ts'
import type { PeerHost } from './peer-host.ts'

/**
 * What the buyer asks of its own governance agent. Nothing in it is the seller's doing: a request that is not taken, or a
 * reply that lacks what later steps need, is a defect of the storyboard.
 */
export async function askPeer(planned: PlannedStep, setting: StepSetting, host: PeerHost): Promise<StepReport> {
  const { run, state } = setting
  const tool = peerTool(planned.task) ?? ''
  const rules = { dateShift: setting.dateShift, now: run.clock.now(), schemas: run.schemas.task(tool) }
  const built = buildRequest(planned.step, state.scope(), rules)
  if (built.status === 'blocked') return notSent(planned, setting, blocked('unresolved_substitution', built.detail))
  const exchange = await asked(tool, built.payload, host, run.clock)
  const problem = problemIn(exchange.reply)
  const taken = problem === undefined ? await takeFrom(planned, setting, exchange) : { captured: [], problem }
  const defect = taken.problem === undefined ? undefined : blocked('authoring_defect', taken.problem)
  const verdict = defect?.verdict ?? ({ status: 'passed' } as const)
  state.record(planned, verdict, exchange)
  return {
    ...identityOf(planned, state),
    verdict,
    validations: [outcomeOf(taken.problem)],
    changes: built.changes,
    captured: taken.captured,
    exchange: keptExchange(exchange),
    startedAt: exchange.startedAt,
    durationMs: exchange.durationMs,
  }
}

const description = 'The hosted governance agent takes what the buyer asks of it'

function outcomeOf(problem: string | undefined): ValidationResult {
  const found = held('peer_task', description)
  return problem === undefined
    ? found
    : { ...found, outcome: { status: 'blocked', cause: 'authoring_defect', reason: problem } }
}

type Answered = Exchange & { readonly reply: TaskReply }

async function asked(
  tool: string,
  payload: JsonObject,
  { peer }: PeerHost,
  clock: { now(): number },
): Promise<Answered> {
  const started = clock.now()
  const answer = await peer.agent.handle(tool, payload, 'buyer')
  const { adcp_error: error } = answer.payload
  return {
    request: { transport: 'mcp', operation: tool, url: peer.url, payload },
    reply: {
      kind: 'task',
      payload: answer.payload,
      isError: answer.isError,
      ...(isJsonObject(error) && { error: { code: String(error.code), message: String(error.message) } }),
      extraction: { path: 'structured_content', note: 'asked within this program' },
      raw: answer.payload,
    },
    startedAt: new Date(started).toISOString(),
    durationMs: clock.now() - started,
    http: [],
  }
}

function problemIn({ isError, error, payload }: TaskReply): string | undefined {
  if (!isError && !error) return undefined
  const words = error ? `${error.code}: ${error.message}` : JSON.stringify(payload)
  return `the hosted governance agent does not take this request: ${words}`
}

interface Taken {
  readonly captured: readonly string[]
  readonly problem?: string
}

async function takeFrom(planned: PlannedStep, setting: StepSetting, exchange: Exchange): Promise<Taken> {
  const passed = { status: 'passed' } as const
  const { captured, failures, verdict } = await captureStep(planned, setting, {
    exchange,
    verdict: passed,
    line: undefined,
  })
  if (verdict.status === 'passed') return { captured }
  const [first] = failures
  const why = first?.outcome.status === 'failed' ? first.outcome.message : 'detail' in verdict ? verdict.detail : ''
  return { captured, problem: `the reply of the hosted governance agent cannot be used: ${why}` }
}
