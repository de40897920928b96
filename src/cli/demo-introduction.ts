import { shippedProfiles } from '../load/index.ts'
import type { DemoFlags } from './commands/demo.ts'
import { profileOf } from './run-settings.ts'

/** What a fault of an agent of either role is known by. */
export interface KnownFault {
  readonly id: string
  readonly requirement: string
  readonly title: string
}

/** Says whom the demo tests, and what to expect of it. `agent` is the role in words. */
export async function introduction(agent: string, fault: KnownFault | undefined, flags: DemoFlags): Promise<string> {
  const who = `testing the ${agent} of this program`
  if (!fault) return `${who}, without a fault\n`
  const lines = `${who}, with the fault ${fault.id}: ${fault.title}\n`
  if (flags.storyboard || (await isGraded(fault, profileOf(flags)))) return lines
  return `${lines}it breaks ${fault.requirement}, which this profile does not grade: expect it to go unnoticed\n`
}

async function isGraded({ requirement }: KnownFault, profile: string): Promise<boolean> {
  const profiles = await shippedProfiles()
  return profiles.some(({ value }) => value.id === profile && value.requirements.includes(requirement))
}
