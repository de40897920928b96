import { UsageError } from '../../errors.ts'
import { processIo } from '../io.ts'
import type { FromAgent, LaunchedAgent, ToAgent } from './agent-order.ts'
import { launchHere } from './launch-here.ts'

/** The program of a process of its own: is the agent that it is told to be, until whoever started it ends, or lets it go. */
let launched: LaunchedAgent | undefined

process.on('message', (heard: ToAgent) => {
  answer(heard).then(say, (error: unknown) => say(refusal(error)))
})

// Its parent is gone, however it ended: nobody would ever end it.
process.on('disconnect', () => process.exit(0))

// Ctrl-C reaches every process of the terminal; the run is to end first, and be reported.
process.on('SIGINT', () => undefined)

async function answer(heard: ToAgent): Promise<FromAgent> {
  if (heard.kind === 'brand') {
    await launched?.learnBrand(heard.brandUrl)
    return { kind: 'learned' }
  }
  launched = await launchHere(heard.order, processIo())
  return { kind: 'listening', url: launched.url }
}

function refusal(error: unknown): FromAgent {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const isUsage = error instanceof UsageError
  return { kind: 'refused', message: isUsage ? error.message : message, isUsage }
}

function say(answered: FromAgent): void {
  process.send?.(answered)
}
