import type { AgentProfile } from '../model/agent-profile.ts'
import type { NotSelected } from '../model/plan.ts'
import type { RunScope } from '../model/run-report.ts'
import { type PreviewedBoard, previewBoard } from '../plan/preview.ts'
import { createRedactor } from '../report/redact-json.ts'
import type { Connection } from './connection.ts'
import { firstContact, type Met } from './first-contact.ts'
import { givenContext } from './given-context.ts'
import { planScope } from './plan-scope.ts'
import type { Prepared, RunManner } from './run-prepared.ts'
import { stopAfter } from './stop.ts'

/** What a run would do. */
export interface DryRun {
  readonly url: string
  /** What the agent said of itself; absent when it was not asked. */
  readonly agent?: AgentProfile
  readonly adcp: Prepared['adcp']
  readonly scope: RunScope
  readonly storyboards: readonly PreviewedBoard[]
  readonly notSelected: readonly NotSelected[]
}

/**
 * Asks the agent for its tools and capabilities, as a run does first, and for nothing else; then lays out what a run would send.
 * @throws AgentUnavailable
 */
export async function dryRun(connection: Connection, prepared: Prepared, manner: RunManner): Promise<DryRun> {
  const stop = stopAfter(manner.limits.runTimeoutMs, manner.signal)
  try {
    const met = await firstContact(connection, prepared.schemas, stop.signal)
    const found = { ...laidOut(connection, met, prepared, manner), agent: met.agent }
    return withoutSecrets(found, connection.secrets)
  } finally {
    stop.done()
  }
}

/** The same without asking: as if the agent offered every task, and every claim were made. */
export function dryRunOffline(url: string, prepared: Prepared, manner: RunManner): DryRun {
  const { boards } = prepared.scope
  const steps = boards.flatMap(({ source }) => source.value.phases.flatMap((phase) => phase.steps))
  const tools = steps.flatMap(({ task, task_default, requires_tool }) => [
    task,
    task_default ?? task,
    requires_tool ?? task,
  ])
  const claims = { supportedProtocols: [], specialisms: [], experimentalFeatures: [] }
  const agent: AgentProfile = {
    url,
    protocol: 'mcp',
    tools: [...new Set([...tools, 'comply_test_controller'])],
    ...claims,
  }
  const { families: _, ...named } = prepared.scope
  const scope = { ...named, boards: boards.map(({ selectedBy, ...board }) => board) }
  return withoutSecrets(laidOut({ url }, { agent }, { ...prepared, scope }, manner), [])
}

function laidOut(
  connection: Pick<Connection, 'url' | 'defaultAgent'>,
  met: Met,
  prepared: Prepared,
  manner: RunManner,
): DryRun {
  const { schemas, adcp } = prepared
  const { scope, plan } = planScope(connection, met, prepared, manner)
  const setting = {
    schemas,
    dates: manner.dates,
    now: manner.clock.now(),
    agentUrl: connection.url,
    given: givenContext(manner.context, met.agents),
  }
  const storyboards = plan.map((board) => previewBoard(board, setting))
  return { url: connection.url, adcp, scope: scope.scope, storyboards, notSelected: scope.notSelected }
}

function withoutSecrets(found: DryRun, secrets: readonly string[]): DryRun {
  const hide = createRedactor([...secrets, ...new URL(found.url).searchParams.values()])
  const storyboards = found.storyboards.map((board) => ({
    ...board,
    steps: board.steps.map((step) =>
      step.request === undefined ? step : { ...step, request: hide.json(step.request) },
    ),
  }))
  return { ...found, url: hide.text(found.url), storyboards }
}
