import { AuthoringDefect } from '../../errors.ts'
import type { Decided, PlannedStep } from '../../model/plan.ts'
import type { StepReport } from '../../model/run-report.ts'
import type { Phase, Step } from '../../model/storyboard.ts'
import { controllerArguments } from '../controller-arguments.ts'
import { blocked, notApplicable } from '../not-sent.ts'
import { runStep } from '../run-step.ts'
import { speakerOf } from '../speaker.ts'
import type { StepSetting } from '../step-setting.ts'
import { type SeedCall, seedCalls } from './seed-calls.ts'

/** The phase that shows what was seeded; no storyboard has it. */
export const seedingPhase: Phase = {
  id: 'controller_seeding',
  title: 'What the storyboard counts on is made, through the test controller',
  steps: [],
}

export interface Seeded {
  readonly steps: readonly StepReport[]
  /** Why no step of the storyboard can be sent. */
  readonly held?: Decided
}

const controller = 'comply_test_controller'

/**
 * Makes what a storyboard counts on, before its first phase. When that cannot be done, nothing of the storyboard is sent: an agent
 * whose controller does not know a scenario is not graded by it. Source: storyboard-schema, prerequisites.controller_seeding.
 */
export async function seedBoard(setting: StepSetting): Promise<Seeded> {
  const { state } = setting
  const { prerequisites, fixtures = {} } = state.board.source.value
  const nothingRuns = state.board.steps.every(({ decided }) => decided !== undefined)
  if (!prerequisites?.controller_seeding || nothingRuns) return { steps: [] }
  const calls = callsOrDefect(fixtures)
  if ('verdict' in calls) return { steps: [], held: calls }
  if (calls.length === 0) return { steps: [] }
  if (toolsOf(calls, setting)?.includes(controller) === false)
    return {
      steps: [],
      held: blocked(
        'missing_test_controller',
        `the agent does not offer ${controller}, which makes what the storyboard counts on`,
      ),
    }
  return seedAll(calls, setting)
}

/** What the agent offers that the first call will go to; undefined when that is not known. */
function toolsOf([first]: readonly SeedCall[], setting: StepSetting): readonly string[] | undefined {
  const { agents, agent } = setting.run
  const who = first && speakerOf(plannedSeed(first, setting), setting)
  const key = who?.status === 'ready' ? who.speaker.agent : undefined
  return (key === undefined ? agent : agents?.get(key))?.tools
}

function callsOrDefect(fixtures: Parameters<typeof seedCalls>[0]): readonly SeedCall[] | Decided {
  try {
    return seedCalls(fixtures)
  } catch (error) {
    if (error instanceof AuthoringDefect) return blocked('authoring_defect', error.message)
    throw error
  }
}

async function seedAll(calls: readonly SeedCall[], setting: StepSetting): Promise<Seeded> {
  const steps: StepReport[] = []
  for (const call of calls) {
    const planned = plannedSeed(call, setting)
    setting.run.emit({ kind: 'step_started', address: planned.address, task: planned.task })
    const step = inOwnWords(await runStep(planned, setting))
    setting.run.emit({ kind: 'step_finished', step })
    steps.push(step)
    if (step.verdict.status !== 'passed') return { steps, held: holdFor(step) }
  }
  return { steps }
}

function plannedSeed({ id, title, arguments: args, place }: SeedCall, { state, run }: StepSetting): PlannedStep {
  const { source } = state.board
  const step: Step = {
    id,
    title,
    task: controller,
    sample_request: controllerArguments(args, run.adcp),
    gov_reply: 'any',
    validations: [
      { check: 'field_value', path: 'success', value: true, description: 'The test controller has seeded it' },
    ],
  }
  return {
    address: `${source.value.id}/${seedingPhase.id}/${id}`,
    phase: seedingPhase,
    step,
    task: controller,
    line: source.locate(['fixtures', ...place]).line,
    standsOn: [],
  }
}

/** What cannot be seeded is no failure of the agent in what the storyboard grades. */
function inOwnWords(step: StepReport): StepReport {
  if (step.verdict.status === 'passed' || step.verdict.status === 'errored') return step
  // Nobody was asked: that is for whoever set up the run to mend, and stays as it is told.
  if (step.verdict.status === 'failed' && !step.exchange) return step
  const { verdict } = step.verdict.status === 'failed' ? failedSeed(step) : { verdict: step.verdict }
  const open = step.validations.map((validation) =>
    validation.outcome.status === 'failed'
      ? { ...validation, outcome: { status: 'not_applicable' as const, note: validation.outcome.message } }
      : validation,
  )
  return { ...step, verdict, validations: open }
}

function failedSeed({ id, exchange }: StepReport): Decided {
  const reply = exchange?.reply
  const payload = reply?.kind === 'task' ? reply.payload : undefined
  const code = payload?.error ?? (reply?.kind === 'task' || reply?.kind === 'rpc_error' ? reply.error?.code : undefined)
  if (code === 'UNKNOWN_SCENARIO')
    return notApplicable(
      'not_applicable',
      `fixture_seed_unsupported: the test controller does not know the scenario of ${id}`,
    )
  const why = [code, payload?.error_detail].filter((word) => typeof word === 'string').join(': ')
  return blocked('controller_seeding_failed', `${id} was not seeded${why === '' ? '' : `: ${why}`}`)
}

function holdFor({ verdict, id }: StepReport): Decided {
  if (verdict.status === 'not_applicable') return { verdict, validations: [] }
  const why = 'detail' in verdict ? verdict.detail : `${id} was not seeded`
  return verdict.status === 'blocked' && verdict.reason !== 'no_reply'
    ? { verdict, validations: [] }
    : blocked('controller_seeding_failed', why)
}
