import { type Judged, judgeStep, unevaluated, verdictOf } from '../judge/judge-step.ts'
import { worstOf } from '../judge/worst-of.ts'
import type { Exchange, Transport } from '../model/exchange.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { RequestChange, StepReport } from '../model/run-report.ts'
import { brokenInvariants } from './broken-invariants.ts'
import { captureStep } from './capture-step.ts'
import { evidenceOf, peerQuestionSchemaOf, responseSchemaOf } from './evidence.ts'
import { keptExchange, keptValidation } from './kept-exchange.ts'
import { notSoldVerdict } from './not-sold.ts'
import { outOfReachVerdict } from './peer/out-of-reach.ts'
import { pendingVerdict } from './pending-verdict.ts'
import { publishedKeysFor } from './published-keys.ts'
import { identityOf } from './step-identity.ts'
import type { StepSetting } from './step-setting.ts'
import { undeliveredVerdict } from './undelivered.ts'
import { unreadTokenVerdict } from './unread-token.ts'
import { upstreamTrafficFor } from './upstream-traffic.ts'
import { readyValidations } from './validations.ts'

/** What went out for a step, and what came back. */
export interface Sent {
  /** The replies to grade: one, or several to a request that was sent several times at once. */
  readonly replies: readonly [Exchange, ...Exchange[]]
  /** What else was exchanged on the way there. */
  readonly alsoSent: readonly Exchange[]
  readonly changes: readonly RequestChange[]
  /** The line of the first reply. */
  readonly line?: Transport
}

/** Grades what came back for a step, takes what later steps need from it, and remembers both. */
export async function gradeStep(planned: PlannedStep, setting: StepSetting, sent: Sent): Promise<StepReport> {
  const { state, run } = setting
  const [first, ...others] = sent.replies
  const { judged: found, asked } = await judge(planned, setting, sent)
  const judged = run.settle?.(planned.address, found) ?? found
  const taken = await captureStep(planned, setting, { exchange: first, verdict: judged.verdict, line: sent.line })
  for (const { reply } of sent.replies) run.silence.heard(reply)
  const kept = keptExchange(first)
  state.record(planned, taken.verdict, kept)
  const alsoSent = [...others, ...sent.alsoSent, ...asked, ...taken.polls].map(keptExchange)
  return {
    ...identityOf(planned, state),
    verdict: taken.verdict,
    validations: [...judged.validations, ...taken.failures].map(keptValidation),
    changes: sent.changes,
    captured: taken.captured,
    exchange: kept,
    ...(alsoSent.length === 0 ? {} : { alsoSent }),
    ...peerCallsOf(planned, setting),
    startedAt: first.startedAt,
    durationMs: first.durationMs,
  }
}

function peerCallsOf({ step }: PlannedStep, { peer }: StepSetting): Pick<StepReport, 'peerCalls'> {
  const peerCalls = peer?.since(step.id) ?? []
  return peerCalls.length === 0 ? {} : { peerCalls }
}

interface Graded {
  readonly judged: Judged
  /** What was asked beside, so that it could be graded. */
  readonly asked: readonly Exchange[]
}

async function judge(planned: PlannedStep, setting: StepSetting, { replies, changes }: Sent): Promise<Graded> {
  const { step } = planned
  const undelivered = replies
    .map(
      (reply) =>
        undeliveredVerdict(planned, reply, setting.run, setting.state.board.kit?.value) ??
        outOfReachVerdict(planned, reply, setting) ??
        pendingVerdict(reply, setting) ??
        notSoldVerdict(planned, reply, setting) ??
        unreadTokenVerdict(reply, setting),
    )
    .find((one) => one)
  if (undelivered) {
    const validations = unevaluated(step.validations ?? [], undelivered.reason, undelivered.detail)
    return { judged: { verdict: undelivered, validations }, asked: [] }
  }
  const [first] = replies
  const keys = await publishedKeysFor(planned, first, setting)
  const { upstream, asked } = await upstreamTrafficFor(planned, first, setting)
  const peerQuestionSchema = setting.peer && (await peerQuestionSchemaOf(setting.run))
  const validations = readyValidations(planned, setting, changes)
  const each = await Promise.all(
    replies.map(async (exchange) => {
      const responseSchema = await responseSchemaOf(planned, setting.run, exchange.reply)
      const gathered = {
        responseSchema,
        siblings: replies,
        ...(keys && { keys }),
        ...(upstream && { upstream }),
        ...(peerQuestionSchema && { peerQuestionSchema }),
      }
      return judgeStep(evidenceOf(planned, exchange, setting, gathered), validations)
    }),
  )
  return { judged: withInvariants(planned, first, setting, worstOf(each)), asked }
}

function withInvariants(planned: PlannedStep, exchange: Exchange, setting: StepSetting, judged: Judged): Judged {
  const broken = brokenInvariants(planned, exchange, setting, judged.verdict)
  if (broken.length === 0) return judged
  const validations = [...judged.validations, ...broken]
  return { verdict: verdictOf(validations), validations }
}
