import type { Command } from 'commander'
import { collect } from './run-flags.ts'

export interface TargetFlags {
  readonly config?: string
  readonly agent?: readonly string[]
  readonly defaultAgent?: string
}

/** Adds the options that say which agents a run is against. */
export function addTargetOptions(command: Command): Command {
  return command
    .option('--config <file>', 'take what is not typed from this file (default: adcp-gov-comply.yaml, if there)')
    .option('--agent <key=url>', 'test several agents together, each under a key; may be repeated', collect)
    .option('--default-agent <key>', 'the agent that takes the steps no other agent claims')
}
