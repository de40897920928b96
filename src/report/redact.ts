import type { AgentProfile } from '../model/agent-profile.ts'
import type { Exchange, HttpRecord, Reply, SecondOpinion } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { PeerCallReport } from '../model/peer-request.ts'
import type {
  RequestChange,
  RequirementReport,
  RunReport,
  RunVerdict,
  StepReport,
  StoryboardReport,
} from '../model/run-report.ts'
import type { GateEvidence, StepVerdict, ValidationResult } from '../model/verdict.ts'
import type { WebhookDelivery } from '../model/webhook.ts'
import { governanceContexts } from './governance-contexts.ts'
import { createRedactor, type Redactor } from './redact-json.ts'
import { isSecretKey, redacted } from './redact-text.ts'

/**
 * The report without secrets, for every reporter: hides values at secret keys at any depth, the configured `secrets`
 * (8 characters or more) and every governance context that was exchanged, wherever the agent may have repeated them.
 * Does not change what it is given; redacting twice changes nothing more. Source: runner-output-contract, security.
 */
export function redact(report: RunReport, secrets: readonly string[]): RunReport {
  const steps = report.storyboards.flatMap((board) => board.phases.flatMap((phase) => phase.steps))
  const hide = redactorFor(secrets, steps)
  return {
    ...report,
    target: { ...report.target, url: hide.text(report.target.url) },
    ...(report.agent && { agent: agentOf(report.agent, hide) }),
    ...(report.agents && { agents: agentsOf(report.agents, hide) }),
    settings: settingsOf(report.settings, hide),
    verdict: verdictOf(report.verdict, hide),
    storyboards: report.storyboards.map((board) => boardOf(board, hide)),
    notSelected: report.notSelected.map((board) => ({ ...board, reason: hide.text(board.reason) })),
    requirements: report.requirements.map((row) => requirementOf(row, hide)),
  }
}

function settingsOf({ context, ...settings }: RunReport['settings'], hide: Redactor): RunReport['settings'] {
  return { ...settings, ...(context && { context: hide.json(context) as Readonly<Record<string, string>> }) }
}

function verdictOf(verdict: RunVerdict, hide: Redactor): RunVerdict {
  const { lostScope } = verdict
  const lost = lostScope?.map((one) => ({ ...one, reason: hide.text(one.reason), ...evidenceIn(one, hide) }))
  return { ...verdict, reason: hide.text(verdict.reason), ...(lost && { lostScope: lost }) }
}

function requirementOf(row: RequirementReport, hide: Redactor): RequirementReport {
  const { reason, violation } = row
  return {
    ...row,
    ...(reason !== undefined && { reason: hide.text(reason) }),
    ...(violation && { violation: { ...violation, outcome: failureOf(violation.outcome, violation.path, hide) } }),
    ...evidenceIn(row, hide),
  }
}

function evidenceIn({ evidence }: { readonly evidence?: GateEvidence }, hide: Redactor): { evidence?: GateEvidence } {
  if (!evidence) return {}
  const value = pointsAtSecret(evidence.pointer) ? redacted : hide.json(evidence.value)
  return { evidence: { ...evidence, value } }
}

/** One step without secrets, for whoever shows it while the run goes on. */
export function redactStep(step: StepReport, secrets: readonly string[]): StepReport {
  return stepOf(step, redactorFor(secrets, [step]))
}

function redactorFor(secrets: readonly string[], steps: readonly StepReport[]): Redactor {
  // `Bearer abc` is a secret as a whole, and so is what stands after the scheme.
  const bare = secrets.map((secret) => secret.replace(/^[\w-]+ +/, ''))
  return createRedactor([
    ...secrets,
    ...bare,
    ...governanceContexts(steps.flatMap(({ exchange, alsoSent = [] }) => [exchange, ...alsoSent])),
    ...steps.flatMap(({ peerCalls = [] }) => peerCalls.flatMap(contextIn)),
  ])
}

function contextIn({ arguments: sent }: PeerCallReport): readonly string[] {
  return typeof sent?.governance_context === 'string' ? [sent.governance_context] : []
}

function boardOf(board: StoryboardReport, hide: Redactor): StoryboardReport {
  const phases = board.phases.map((phase) => ({ ...phase, steps: phase.steps.map((step) => stepOf(step, hide)) }))
  return { ...board, phases }
}

function stepOf(step: StepReport, hide: Redactor): StepReport {
  return {
    ...step,
    verdict: stepVerdictOf(step.verdict, hide),
    validations: step.validations.map((validation) => validationOf(validation, hide)),
    changes: step.changes.map((change) => changeOf(change, hide)),
    ...(step.exchange && { exchange: exchangeOf(step.exchange, hide) }),
    ...(step.deliveries && { deliveries: step.deliveries.map((delivery) => deliveryOf(delivery, hide)) }),
    ...(step.peerCalls && {
      peerCalls: step.peerCalls.map((call) => hide.json(call as unknown as JsonObject) as unknown as PeerCallReport),
    }),
    ...(step.alsoSent && { alsoSent: step.alsoSent.map((exchange) => exchangeOf(exchange, hide)) }),
  }
}

function deliveryOf(delivery: WebhookDelivery, hide: Redactor): WebhookDelivery {
  const { url, headers, body, payload } = delivery
  return {
    ...delivery,
    url: hide.text(url),
    headers: hide.json(headers) as Readonly<Record<string, string>>,
    body: hide.text(body),
    ...(payload === undefined ? {} : { payload: hide.json(payload) }),
  }
}

function stepVerdictOf(verdict: StepVerdict, hide: Redactor): StepVerdict {
  if (verdict.status === 'passed' || verdict.status === 'failed') return verdict
  const shown = { ...verdict, detail: hide.text(verdict.detail) }
  return shown.status === 'not_applicable' ? { ...shown, ...evidenceIn(shown, hide) } : shown
}

function validationOf(validation: ValidationResult, hide: Redactor): ValidationResult {
  const { outcome } = validation
  switch (outcome.status) {
    case 'passed':
      return outcome.note === undefined
        ? validation
        : { ...validation, outcome: { ...outcome, note: hide.text(outcome.note) } }
    case 'not_applicable':
      return { ...validation, outcome: { ...outcome, note: hide.text(outcome.note) } }
    case 'blocked':
      return { ...validation, outcome: { ...outcome, reason: hide.text(outcome.reason) } }
    case 'errored':
      return { ...validation, outcome: { ...outcome, message: hide.text(outcome.message) } }
    case 'failed':
      return { ...validation, outcome: failureOf(outcome, validation.path, hide) }
    default:
      return outcome satisfies never
  }
}

type Failure = Extract<ValidationResult['outcome'], { status: 'failed' }>

function failureOf(outcome: Failure, path: string | undefined, hide: Redactor): Failure {
  const here = pointsAtSecret(outcome.pointer)
  // The path that should be there is no secret, what is there is one.
  const expectedIsSecret = here && outcome.expected !== path
  const values = [expectedIsSecret && outcome.expected, here && outcome.actual].filter((v) => typeof v === 'string')
  const inWords = createRedactor(values)
  return {
    ...outcome,
    message: inWords.text(hide.text(outcome.message)),
    expected: expectedIsSecret ? redacted : hide.json(outcome.expected),
    actual: here && outcome.actual !== null ? redacted : hide.json(outcome.actual),
    ...(outcome.schemaErrors && {
      schemaErrors: outcome.schemaErrors.map((e) => ({ ...e, message: hide.text(e.message) })),
    }),
  }
}

function changeOf(change: RequestChange, hide: Redactor): RequestChange {
  const value = (shown: Json) => (pointsAtSecret(change.pointer) ? redacted : hide.json(shown))
  return {
    ...change,
    ...(change.from !== undefined && { from: value(change.from) }),
    to: value(change.to),
    why: hide.text(change.why),
  }
}

function pointsAtSecret(pointer: string | null): boolean {
  return pointer?.split('/').some(isSecretKey) ?? false
}

function agentsOf(agents: Readonly<Record<string, AgentProfile>>, hide: Redactor): Record<string, AgentProfile> {
  return Object.fromEntries(Object.entries(agents).map(([key, agent]) => [key, agentOf(agent, hide)]))
}

function agentOf(agent: AgentProfile, hide: Redactor): AgentProfile {
  return {
    ...agent,
    url: hide.text(agent.url),
    ...(agent.server && { server: hide.json(agent.server as JsonObject) as JsonObject }),
    tools: agent.tools.map(hide.text),
    supportedProtocols: agent.supportedProtocols.map(hide.text),
    specialisms: agent.specialisms.map(hide.text),
    experimentalFeatures: agent.experimentalFeatures.map(hide.text),
    ...(agent.capabilities && { capabilities: hide.json(agent.capabilities) as JsonObject }),
    ...(agent.capabilitiesExchange && { capabilitiesExchange: exchangeOf(agent.capabilitiesExchange, hide) }),
  }
}

/** The agent's own words may be in it. */
function opinionOf(opinion: SecondOpinion, hide: Redactor): SecondOpinion {
  return { ...opinion, ...(opinion.detail !== undefined && { detail: hide.text(opinion.detail) }) }
}

function exchangeOf(exchange: Exchange, hide: Redactor): Exchange {
  const { request, secondOpinion } = exchange
  return {
    ...exchange,
    request: { ...request, url: hide.text(request.url), payload: hide.json(request.payload) as JsonObject },
    reply: hide.json(exchange.reply as unknown as JsonObject) as unknown as Reply,
    ...(secondOpinion && { secondOpinion: opinionOf(secondOpinion, hide) }),
    http: exchange.http.map((record) => hide.json(record as unknown as JsonObject) as unknown as HttpRecord),
  }
}
