import { stopCodes } from '../report/verdict-exit-code.ts'
import type { Io } from './io.ts'

/**
 * Does work that a signal can end early: the first one asks it to end and to report what it has, a second one ends the program at once.
 * The reason of the abort is the signal's name.
 */
export async function interruptible<T>(io: Io, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const stop = io.onSignal((signal) => {
    if (controller.signal.aborted) return io.exitNow(stopCodes[signal])
    io.stderr.write(
      `\nadcp-gov-comply: ${signal}: ending the run; what is known will be reported. Again to stop at once.\n`,
    )
    controller.abort(signal)
  })
  try {
    return await work(controller.signal)
  } finally {
    stop()
  }
}

/** Resolves when a signal asks to end. */
export function interruption(io: Io): Promise<void> {
  return new Promise((done) => {
    const stop = io.onSignal(() => {
      stop()
      done()
    })
  })
}
