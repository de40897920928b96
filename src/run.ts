import { type Recorded, recordRun } from './evidence/record-run.ts'
import { chooseRelease } from './load/choose-release.ts'
import { officialFolder } from './load/official.ts'
import { openSchemaSet } from './load/schemas.ts'
import { type LoadedScope, loadScope, type ScopeRequest } from './load/scope.ts'
import { selfTestStamp } from './load/self-test-stamp.ts'
import { openVectors, type Vectors } from './load/vectors.ts'
import { adcpVersions } from './model/adcp-version.ts'
import type { RunReport } from './model/run-report.ts'
import { planHashBoard, planHashSteps, vectorOf } from './plan/plan-hash-steps.ts'
import { scopeAtLine } from './plan/version-limits.ts'
import { checkAgentNames } from './run/agent-names.ts'
import { type DryRun, dryRun, dryRunOffline } from './run/dry-run.ts'
import type { RunOptions } from './run/options.ts'
import { type Prepared, runPrepared } from './run/run-prepared.ts'
import { connectionOf } from './run/several-agents.ts'
import { parseAgentUrl } from './transport/index.ts'

export type { DryRun } from './run/dry-run.ts'
export { type AgentOptions, defaultLimits, type Limits, type RunOptions } from './run/options.ts'

/**
 * Runs storyboards against one agent and returns the one verdict object, without secrets.
 * What the agent does wrong is in the report, including that it could not be reached (`verdict.status` is then `unreachable`).
 * @throws AuthoringError when a storyboard, kit or profile is wrong; nothing was sent then.
 * @throws UsageError when an option is.
 */
export async function run(options: RunOptions): Promise<RunReport> {
  const { connection, prepared } = await ready(options)
  return runPrepared(connection, prepared, options)
}

/** As `run`, and writes down all that it takes to play the run again; see evidence/make-bundle.ts. Secrets are in the record. */
export async function runRecorded(options: RunOptions): Promise<Recorded> {
  const { connection, prepared } = await ready(options)
  return recordRun(connection, prepared, options)
}

async function ready(options: RunOptions) {
  const connection = connectionOf(withUrls(options))
  return { connection, prepared: await preparedFor(options) }
}

/**
 * What a run would do: asks the agent for its tools and capabilities and sends no task beside that; with `offline`, nothing at all.
 * @throws AgentUnavailable, and as `run` does.
 */
export async function plan(options: RunOptions & { readonly offline?: boolean }): Promise<DryRun> {
  const checked = withUrls(options)
  const prepared = await preparedFor(options)
  if (options.offline) return dryRunOffline(checked.url, prepared, options)
  return dryRun(connectionOf(checked), prepared, options)
}

async function preparedFor(options: RunOptions): Promise<Prepared> {
  const prepared = await prepare(options.adcpVersion, options.scope, options)
  checkAgentNames(prepared.scope.boards, options.agents)
  return prepared
}

function withUrls(options: RunOptions): RunOptions {
  const url = (text: string) => parseAgentUrl(text).href
  const agents = Object.entries(options.agents ?? {}).map(([key, agent]) => [key, { ...agent, url: url(agent.url) }])
  return { ...options, url: url(options.url), ...(options.agents && { agents: Object.fromEntries(agents) }) }
}

/** Loads and checks everything that a run needs before anything is sent. */
export async function prepare(
  version: keyof typeof adcpVersions,
  scope: ScopeRequest,
  { testKit, bundles, release }: Pick<RunOptions, 'testKit' | 'bundles' | 'release'> = {},
): Promise<Prepared> {
  const adcp = chooseRelease(adcpVersions[version], bundles, release)
  const schemas = openSchemaSet(adcp.release, bundles)
  const [loaded, selfTest] = await Promise.all([loadScope(scope, { adcp, bundles, testKit }), selfTestStamp(adcp.line)])
  const vectors = openVectors(officialFolder(adcp.release, bundles))
  const whole = await withVectorSteps(loaded, vectors)
  return { adcp, schemas, scope: scopeAtLine(whole, adcp.line), vectors, ...(selfTest ? { selfTest } : {}) }
}

/** Official data is read when it is needed: the plans of the vectors become steps of the storyboard that is about them. */
async function withVectorSteps(scope: LoadedScope, vectors: Vectors): Promise<LoadedScope> {
  if (!scope.boards.some(({ source }) => source.value.id === planHashBoard)) return scope
  const names = [...vectors.names('plan-hash')].sort()
  const read = await Promise.all(
    names.map(async (name) => vectorOf(name, await vectors.read(`plan-hash/${name}.json`))),
  )
  const plans = read.filter((one) => one !== undefined)
  return { ...scope, boards: scope.boards.map((board) => ({ ...board, source: planHashSteps(board.source, plans) })) }
}
