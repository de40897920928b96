import { findCheck } from '../checks/index.ts'
import type { Exchange } from '../model/exchange.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { UpstreamTraffic } from '../model/upstream-traffic.ts'
import { controllerArguments } from './controller-arguments.ts'
import { speakerOf } from './speaker.ts'
import type { StepSetting } from './step-setting.ts'

/** Clocks of agent and runner may differ by this much (runner-output-contract, upstream_traffic_timestamp_boundary). */
const skewMs = 250

export interface Asked {
  readonly upstream?: UpstreamTraffic
  readonly asked: readonly Exchange[]
}

/** What the agent's test controller says it called meanwhile, when a validation of the step needs it: checks themselves ask nothing. */
export async function upstreamTrafficFor(
  planned: PlannedStep,
  exchange: Exchange,
  setting: StepSetting,
): Promise<Asked> {
  const { run, state, lines } = setting
  const needing = (planned.step.validations ?? []).filter(({ check }) => findCheck(check)?.needs?.includes('upstream'))
  if (needing.length === 0) return { asked: [] }
  const who = speakerOf(planned, setting)
  const agent = who.status === 'ready' ? who.speaker.agent : undefined
  const { tools } = run.agents?.get(agent ?? '') ?? run.agent ?? {}
  if (tools && !tools.includes('comply_test_controller'))
    return { upstream: { status: 'not_offered', note: 'the agent offers no comply_test_controller' }, asked: [] }
  const starts = needing.map(({ since }) => (typeof since === 'string' ? state.earlier(since) : exchange) ?? exchange)
  const since = Math.min(...starts.map(({ startedAt }) => Date.parse(startedAt))) - skewMs
  await run.pause()
  const line = await lines.as({ ...(agent === undefined ? {} : { agent }), principal: 'default' })
  const told = await line.call({
    task: 'comply_test_controller',
    arguments: controllerArguments(
      {
        scenario: 'query_upstream_traffic',
        params: { since_timestamp: new Date(since).toISOString(), limit: 1000 },
      },
      run.adcp,
    ),
  })
  return { upstream: upstreamIn(told), asked: [told] }
}

function upstreamIn({ reply }: Exchange): UpstreamTraffic {
  if (reply.kind !== 'task') return { status: 'failed', note: 'comply_test_controller gave no answer' }
  const { payload, error } = reply
  const code = payload?.success === false ? payload.error : error?.code
  if (code === 'UNKNOWN_SCENARIO')
    return { status: 'not_offered', note: 'comply_test_controller does not know query_upstream_traffic' }
  if (code !== undefined || error || !payload)
    return { status: 'failed', note: `comply_test_controller answered ${String(code ?? error?.message ?? 'nothing')}` }
  return { status: 'told', payload }
}
