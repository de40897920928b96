import { chooseRelease } from './load/choose-release.ts'
import { openSchemaSet } from './load/schemas.ts'
import { loadScope, type ScopeRequest } from './load/scope.ts'
import { selfTestStamp } from './load/self-test-stamp.ts'
import { adcpVersions } from './model/adcp-version.ts'
import type { RunReport } from './model/run-report.ts'
import { mcpConnection } from './run/connection.ts'
import type { RunOptions } from './run/options.ts'
import { type Prepared, runPrepared } from './run/run-prepared.ts'
import { parseAgentUrl } from './transport/index.ts'

export { defaultLimits, type Limits, type RunOptions } from './run/options.ts'

/**
 * Runs storyboards against one agent and returns the one verdict object, without secrets.
 * What the agent does wrong is in the report, including that it could not be reached (`verdict.status` is then `unreachable`).
 * @throws AuthoringError when a storyboard, kit or profile is wrong; nothing was sent then.
 * @throws UsageError when an option is.
 */
export async function run(options: RunOptions): Promise<RunReport> {
  const url = parseAgentUrl(options.url).href
  const prepared = await prepare(options.adcpVersion, options.scope, options)
  return runPrepared(mcpConnection({ ...options, url }), prepared, options)
}

/** Loads and checks everything that a run needs before anything is sent. */
export async function prepare(
  version: keyof typeof adcpVersions,
  scope: ScopeRequest,
  { testKit, bundles }: Pick<RunOptions, 'testKit' | 'bundles'> = {},
): Promise<Prepared> {
  const adcp = chooseRelease(adcpVersions[version], bundles)
  const schemas = openSchemaSet(adcp.release, bundles)
  const [loaded, selfTest] = await Promise.all([loadScope(scope, adcp.line, testKit), selfTestStamp()])
  return { adcp, schemas, scope: loaded, ...(selfTest ? { selfTest } : {}) }
}
