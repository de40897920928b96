import { testIo } from '../cli/io.fixture.ts'
import type { AgentOrder, LaunchedAgent } from '../cli/loop/agent-order.ts'
import { launchGovernance, launchSeller } from '../cli/loop/launch-here.ts'
import { openLoop } from '../cli/loop/open-loop.ts'
import type { ScopeRequest } from '../load/scope.ts'
import type { RunReport, StepReport } from '../model/run-report.ts'
import type { Fault } from '../reference/faults/index.ts'
import type { SellerFault } from '../reference/seller-faults/index.ts'
import { defaultLimits, type RunOptions, run } from '../run.ts'

export interface LoopRun {
  readonly scope: ScopeRequest
  /** What either agent differs in: a fault, or a variant that is made to look like one. */
  readonly governance?: Fault
  readonly sales?: SellerFault
  /** A seller of somebody else, in the place of the one of this program. */
  readonly stranger?: (order: AgentOrder) => Promise<LaunchedAgent>
  readonly more?: Partial<RunOptions>
}

/** Runs storyboards against both agents, which speak to each other over the network of this machine. */
export async function runLoop({ scope, governance, sales, stranger, more = {} }: LoopRun): Promise<RunReport> {
  const io = testIo(more.bundles === undefined ? {} : { ADCP_GOV_COMPLY_BUNDLES: more.bundles })
  const seller = stranger ?? ((order: AgentOrder) => launchSeller(order, sales, io))
  const launch = (order: AgentOrder) =>
    order.agent === 'sales' ? seller(order) : launchGovernance(order, governance, io)
  const adcpVersion = more.adcpVersion ?? '3.0'
  const loop = await openLoop({ adcpVersion, launch }, io)
  try {
    return await run({
      ...loop.target,
      scope,
      adcpVersion,
      dates: 'shift',
      limits: { ...defaultLimits, callTimeoutMs: 10_000, runTimeoutMs: 60_000 },
      clock: io.clock,
      ids: io.ids,
      ...more,
    })
  } finally {
    await loop.close()
  }
}

function stepsOf(report: RunReport): readonly StepReport[] {
  return report.storyboards.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
}

/** How each step of a storyboard ended, and of one that did not pass, why: `<id> <status>: <code or reason>`. */
export function endings(report: RunReport, storyboard: string): readonly string[] {
  return stepsOf(report)
    .filter((step) => step.storyboard === storyboard)
    .map((step) => [`${step.id} ${step.verdict.status}`, ...whyOf(step)].join(': '))
}

function whyOf({ verdict, exchange }: StepReport): readonly string[] {
  if (verdict.status === 'passed') return []
  if (verdict.status === 'failed')
    return exchange?.reply.kind === 'task' ? [exchange.reply.error?.code ?? 'no error'] : []
  return 'detail' in verdict ? [verdict.detail] : []
}

/** Every step that did not pass, and how it ended. */
export function notPassed(report: RunReport): readonly string[] {
  return stepsOf(report)
    .filter(({ verdict }) => verdict.status !== 'passed')
    .map(({ id, verdict }) => `${id} ${verdict.status}`)
}

export function violatedIn(report: RunReport): readonly string[] {
  return report.requirements.filter(({ status }) => status === 'violated').map(({ id }) => id)
}
