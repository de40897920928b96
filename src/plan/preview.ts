import { AuthoringDefect } from '../errors.ts'
import { writePath } from '../json/path.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { PlannedBoard, PlannedStep } from '../model/plan.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { dateShift, shiftDates } from '../request/dates.ts'
import type { Scope } from '../request/scope.ts'
import { substitute } from '../request/substitute.ts'
import { isPseudoTask } from '../select/pseudo-tasks.ts'

/** What a run would do at one step. */
export interface PreviewedStep {
  readonly address: string
  readonly task: string
  /** Present when nothing would be sent: what the step would end as, and why. */
  readonly decided?: { readonly status: StepVerdict['status']; readonly reason: string }
  /** The step changes what the agent knows. */
  readonly changesState: boolean
  /** Calls of tasks; 0 for a step that waits or probes. */
  readonly calls: number
  /** The named principal that would send it, when the run has it. */
  readonly sentAs?: string
  /** Absent when nothing would be sent. */
  readonly request?: Json
  /** Tokens in the request that only a run can fill. */
  readonly open: readonly string[]
}

export interface PreviewedBoard {
  readonly id: string
  readonly title: string
  readonly steps: readonly PreviewedStep[]
  /** Calls to the agent's test controller that seed the storyboard's fixtures. */
  readonly seedingCalls: number
}

export interface PreviewSetting {
  readonly schemas: Pick<SchemaSet, 'task'>
  readonly dates: 'shift' | 'as-written'
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly agentUrl: string
  /** What `$context.<name>` stands for before the first step of a storyboard. */
  readonly given?: JsonObject
}

/** What would be sent for a storyboard, as far as it is known before: by the same substitution and the same move of dates as in a run. */
export function previewBoard(board: PlannedBoard, setting: PreviewSetting): PreviewedBoard {
  const { id, title = id, fixtures = {}, prerequisites } = board.source.value
  const scope = scopeOf(board, setting)
  const samples = board.steps.map(({ step }) => substitute(step.sample_request ?? {}, scope).value)
  const shift = setting.dates === 'shift' ? dateShift(samples, setting.now) : 0
  const seeded = prerequisites?.controller_seeding ? Object.values(fixtures).flat().length : 0
  return {
    id,
    title,
    steps: board.steps.map((step) => previewStep(step, { ...setting, scope, shift })),
    seedingCalls: board.steps.every(({ decided }) => decided) ? 0 : seeded,
  }
}

interface StepSetting extends PreviewSetting {
  readonly scope: Scope
  readonly shift: number
}

function previewStep({ address, task, step, decided }: PlannedStep, setting: StepSetting): PreviewedStep {
  const changesState = setting.schemas.task(task)?.mutating ?? false
  const sentAs = step.gov_only_as ?? step.gov_as
  const common = { address, task, changesState, ...(sentAs === undefined ? {} : { sentAs }) }
  if (decided) return { ...common, decided: inWords(decided.verdict), calls: 0, open: [] }
  if (isPseudoTask(task)) return { ...common, calls: 0, open: [] }
  return { ...common, calls: step.parallel_dispatch?.count ?? 1, ...requestOf(task, step, setting) }
}

function requestOf(
  task: string,
  step: PlannedStep['step'],
  { scope, shift, now, schemas }: StepSetting,
): Pick<PreviewedStep, 'request' | 'open'> {
  const { value, unresolved, fromAgent } = substitute(step.sample_request ?? {}, scope)
  const dated = shiftDates(value, shift, now, fromAgent).value
  const inputs = step.context_inputs ?? []
  const filled = inputs.reduce<Json>(
    (request, { inject_at, key }) => injected(request, inject_at, `$context.${key}`),
    dated,
  )
  const needsKey = schemas.task(task)?.requiresIdempotencyKey && !step.omit_idempotency_key
  const request = needsKey ? { idempotency_key: freshUuid, ...(filled as JsonObject) } : filled
  const adjusted = step.gov_adjust_from === undefined ? [] : [`what the conditions of ${step.gov_adjust_from} require`]
  const tokens = [...unresolved.map(({ token }) => token), ...inputs.map(({ key }) => `$context.${key}`), ...adjusted]
  return { request, open: [...new Set(tokens)] }
}

function injected(request: Json, path: string, token: string): Json {
  try {
    return writePath(request, path, token)
  } catch (error) {
    if (error instanceof AuthoringDefect) return request
    throw error
  }
}

const freshUuid = '<a fresh UUID>'
const freshId = '<a fresh id>'

function scopeOf(board: PlannedBoard, { agentUrl, given }: PreviewSetting): Scope {
  return {
    context: new Map(Object.entries({ ...given, ...board.source.value.context })),
    kit: board.kit?.value,
    generated: new Map(),
    ids: { uuid: () => freshUuid, opaque: () => freshId },
    runner: { agent_url: agentUrl },
    earlierPayload: () => undefined,
    capturedBy: () => undefined,
  }
}

function inWords(verdict: StepVerdict): NonNullable<PreviewedStep['decided']> {
  const { status } = verdict
  if (status === 'passed') return { status, reason: '' }
  if (status === 'failed')
    return { status, reason: 'the agent claims what this task belongs to, and does not offer it' }
  return { status, reason: verdict.detail }
}
