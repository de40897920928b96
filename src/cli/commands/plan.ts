import type { Command } from 'commander'
import { createPage } from '../../report/console-page.ts'
import { plan } from '../../run.ts'
import { wantsColour, widthOf } from '../colour.ts'
import { interruptible } from '../interrupt.ts'
import type { Io } from '../io.ts'
import { machinePlan } from '../machine-plan.ts'
import { planText } from '../plan-text.ts'
import { resolveRun } from '../resolve-run.ts'
import { writeJson } from '../write-json.ts'

/** Prints what a run with these words would send; 0 unless the agent cannot be asked. */
export async function planCommand(word: string | undefined, command: Command, io: Io): Promise<number> {
  const { options, flags } = await resolveRun(word, command, io)
  const offline = command.opts<{ offline?: boolean }>().offline ?? false
  const found = await interruptible(io, (signal) => plan({ ...options, offline, signal }))
  if (flags.json !== undefined) await writeJson(flags.json, machinePlan(found), io)
  const page = createPage({ width: widthOf(io.stdout), colour: wantsColour(io.stdout, io.env, flags.color) })
  if (flags.json !== '-') io.stdout.write(`${planText(found, flags, page).join('\n')}\n`)
  return 0
}
