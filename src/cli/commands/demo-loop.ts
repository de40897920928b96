import { UsageError } from '../../errors.ts'
import type { Io } from '../io.ts'
import type { AgentOrder } from '../loop/agent-order.ts'
import { launchProcess } from '../loop/launch-process.ts'
import { type LoopFault, loopFaultNamed } from '../loop/loop-fault.ts'
import { openLoop } from '../loop/open-loop.ts'
import { runAndReport } from '../run-and-report.ts'
import { runOptions, versionOf } from '../run-settings.ts'
import type { DemoFlags } from './demo.ts'

/** Tests the governance agent and the seller of this program together, each in a process of its own. */
export async function demoLoop(flags: DemoFlags, io: Io): Promise<number> {
  if (flags.protocol === 'a2a') throw new UsageError('the seller of this program speaks MCP: leave out --protocol a2a')
  const fault = loopFaultNamed(flags.fault)
  const launch = (order: AgentOrder) => launchProcess(order, io.env)
  const setting = { adcpVersion: versionOf(flags.adcpVersion), launch, ...(fault && { fault }) }
  const loop = await openLoop(setting, io)
  try {
    if (!flags.quiet) io.stderr.write(introduction(fault))
    const { url, credentials } = loop.target
    return await runAndReport({ ...runOptions(url, flags, credentials, io), ...loop.target }, flags, io)
  } finally {
    await loop.close()
  }
}

const names = { governance: 'the governance agent', sales: 'the seller' } as const

function introduction(fault: LoopFault | undefined): string {
  const who = 'testing the governance agent and the seller of this program together'
  if (!fault) return `${who}, without a fault\n`
  return `${who}, ${names[fault.agent]} with the fault ${fault.fault.id}: ${fault.fault.title}\n`
}
