import type { Command } from 'commander'
import { equipmentFor } from '../../doctor/equipment.ts'
import { type Diagnosis, examine } from '../../doctor/examine.ts'
import { toolVersion } from '../../load/index.ts'
import { createPage } from '../../report/console-page.ts'
import { stopCodes } from '../../report/verdict-exit-code.ts'
import type { AgentOptions, RunOptions } from '../../run.ts'
import { wantsColour, widthOf } from '../colour.ts'
import { diagnosesExitCode, diagnosesText, machineDiagnoses } from '../diagnoses.ts'
import { interruptible } from '../interrupt.ts'
import type { Io, StopSignal } from '../io.ts'
import { resolveRun } from '../resolve-run.ts'
import { writeJson } from '../write-json.ts'

/** Looks at what a run against an agent, or each of several, stands on; 4 when one cannot be asked, 1 when something is bad. */
export async function doctorCommand(word: string | undefined, command: Command, io: Io): Promise<number> {
  const { options, flags } = await resolveRun(word, command, io)
  return interruptible(io, async (signal) => {
    const diagnoses = await examineAll(options, signal)
    if (signal.aborted) return stopCodes[signal.reason as StopSignal]
    if (flags.json !== undefined) await writeJson(flags.json, machineDiagnoses(diagnoses), io)
    const page = createPage({ width: widthOf(io.stdout), colour: wantsColour(io.stdout, io.env, flags.color) })
    if (flags.json !== '-') io.stdout.write(`${diagnosesText(diagnoses, page).join('\n')}\n`)
    return diagnosesExitCode(diagnoses)
  })
}

async function examineAll(options: RunOptions, signal: AbortSignal): Promise<readonly Diagnosis[]> {
  const { limits, clock, agents } = options
  const equipment = await equipmentFor(options)
  const clientInfo = { name: 'adcp-gov-comply', version: toolVersion() }
  const patients: readonly AgentOptions[] = agents ? Object.values(agents) : [options]
  const examined: Diagnosis[] = []
  for (const { url, credentials, protocol = 'auto' } of patients)
    examined.push(await examine({ url, credentials, protocol, ...equipment, limits, clientInfo, clock, signal }))
  return examined
}
