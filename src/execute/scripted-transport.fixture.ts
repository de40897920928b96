import { evidence, result, v30 } from '../checks/evidence.fixture.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Call, Exchange, Reply, Transport } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { Located } from '../model/located.ts'
import type { PlannedBoard } from '../model/plan.ts'
import type { RunEvent } from '../model/run-event.ts'
import type { StepReport } from '../model/run-report.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { Speaker } from '../model/speaker.ts'
import type { Step, Storyboard } from '../model/storyboard.ts'
import type { TestKit } from '../model/test-kit.ts'
import { planBoard } from '../plan/build-plan.ts'
import { runBoard } from './run-board.ts'
import type { RunContext } from './run-context.ts'
import { Silence } from './silence.ts'

/** A moment after every date that these tests mean to be past. */
export const now = Date.parse('2027-06-15T12:00:00Z')

/** What one call to the scripted agent looked like. */
export interface Heard extends Call {
  readonly principal: string
  readonly agent?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** An agent that answers from a script: the reply for a call, or a list to take from, one for each call. */
export class ScriptedAgent {
  readonly heard: Heard[] = []
  opened = 0
  closed = 0

  constructor(readonly script: readonly Reply[] | ((call: Heard, at: number) => Reply)) {}

  async connect({ principal, agent, headers }: Speaker): Promise<Transport> {
    this.opened += 1
    const said = { principal, ...(agent === undefined ? {} : { agent }), ...(headers && { headers }) }
    return {
      call: async (call) => this.#answer({ ...call, ...said }),
      poll: async (taskId) => this.#answer({ task: 'tasks/get', arguments: { task_id: taskId }, ...said }),
      close: async () => {
        this.closed += 1
      },
    }
  }

  #answer(call: Heard): Exchange {
    const at = this.heard.push(call) - 1
    const reply = typeof this.script === 'function' ? this.script(call, at) : (this.script[at] ?? result({}))
    return exchange(reply, call.arguments, call.task)
  }
}

/** An exchange of two seconds. */
export function exchange(reply: Reply, payload: JsonObject = {}, operation = 'check_governance'): Exchange {
  const request = { transport: 'mcp', operation, url: 'http://agent.test/mcp', payload } as const
  return { request, reply, startedAt: evidence(reply).sentAt, durationMs: 2000, http: [] }
}

/** Knows the tasks by name: sync_plans and report_plan_outcome change state, and only that. */
export const schemas: SchemaSet = {
  release: '3.0.6',
  task: (name) => ({
    mutating: name === 'sync_plans' || name === 'report_plan_outcome',
    requiresIdempotencyKey: false,
    response: `${name}-response.json`,
  }),
  load: async (ref) =>
    ref.startsWith('no-such') ? undefined : { id: ref, url: `https://example.test/${ref}`, validate: () => [] },
}

const profile: AgentProfile = {
  url: 'http://agent.test/mcp',
  protocol: 'mcp',
  tools: ['sync_plans', 'check_governance', 'report_plan_outcome', 'get_plan_audit_logs'],
  supportedProtocols: ['governance'],
  specialisms: [],
  experimentalFeatures: [],
}

export function located<T>(value: T, file: string): Located<T> {
  return { value, file, locate: () => ({ line: 1, column: 1 }) }
}

/** A storyboard of one phase for each list of steps, planned for an agent that offers every governance task. */
export function planned(
  phases: readonly Storyboard['phases'][number]['steps'][],
  more: Partial<Storyboard> = {},
  kit?: TestKit,
): PlannedBoard {
  const board: Storyboard = { id: 'b', phases: phases.map((steps, i) => ({ id: `p${i + 1}`, steps })), ...more }
  const source = located(board, 'b.yaml')
  return planBoard({ source, kit: kit && located(kit, 'kit.yaml') }, profile, schemas)
}

/** The same for phases of any kind, and an agent that also offers these tools. */
export function plannedPhases(
  phases: Storyboard['phases'],
  { more = {}, kit, tools = [] }: { more?: Partial<Storyboard>; kit?: TestKit; tools?: readonly string[] } = {},
): PlannedBoard {
  const source = located<Storyboard>({ id: 'b', phases, ...more }, 'b.yaml')
  const agent = { ...profile, tools: [...profile.tools, ...tools] }
  return planBoard({ source, kit: kit && located(kit, 'kit.yaml') }, agent, schemas)
}

/** A clock that only waiting moves. */
export function waitingClock(): Pick<RunContext, 'clock' | 'wait'> & { readonly waits: number[] } {
  const waits: number[] = []
  return {
    waits,
    clock: { now: () => now + waits.reduce((sum, one) => sum + one, 0) },
    wait: async (milliseconds) => {
      waits.push(milliseconds)
    },
  }
}

export interface Running extends RunContext {
  readonly events: RunEvent[]
}

/** A run against the scripted agent: dates as written, nobody but the default principal. */
export function running(agent: ScriptedAgent, more: Partial<RunContext> = {}): Running {
  const events: RunEvent[] = []
  let made = 0
  return {
    adcp: v30,
    schemas,
    clock: { now: () => now },
    ids: { uuid: () => `uuid-${++made}`, opaque: () => `opaque-${++made}` },
    dates: 'as-written',
    runner: { agent_url: 'http://agent.test/mcp' },
    principals: new Set(),
    signal: new AbortController().signal,
    silence: new Silence(),
    stepTimeoutMs: 60_000,
    pause: async () => {},
    wait: async () => {},
    secrets: () => [],
    connect: (speaker) => agent.connect(speaker),
    emit: (event) => events.push(event),
    events,
    ...more,
  }
}

export const sync = (more: Partial<Step> = {}): Step => ({ id: 'sync', task: 'sync_plans', stateful: true, ...more })
export const check = (more: Partial<Step> = {}): Step => ({
  id: 'check',
  task: 'check_governance',
  stateful: true,
  ...more,
})
export const audit = (more: Partial<Step> = {}): Step => ({ id: 'audit', task: 'get_plan_audit_logs', ...more })

/** Runs a storyboard against the scripted agent. */
export async function play(board: PlannedBoard, script: ScriptedAgent['script'], more: Partial<RunContext> = {}) {
  const agent = new ScriptedAgent(script)
  const run = running(agent, more)
  const report = await runBoard(board, run)
  const steps = report.phases.flatMap((phase) => phase.steps)
  return { agent, run, report, steps, verdicts: steps.map(({ verdict }) => verdict) }
}

/** The kind and status of each validation of a step. */
export function outcomes(step: StepReport | undefined) {
  return step?.validations.map(({ check: kind, outcome }) => [kind, outcome.status])
}
