import { randomUUID } from 'node:crypto'

/** The world as the commands see it, so that they can be run within a test. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: { now(): number }
  readonly ids: { uuid(): string; opaque(): string }
  /** Calls the listener for each signal to end, until the returned function is called. */
  onSignal(listener: (signal: StopSignal) => void): () => void
  /** Ends the program there and then. */
  exitNow(code: number): void
}

export interface Output {
  write(text: string): void
  readonly isTTY: boolean
  /** Width of the terminal. */
  readonly columns: number | undefined
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export type StopSignal = (typeof stopSignals)[number]

/** The real world. */
export function processIo(): Io {
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env: process.env,
    clock: { now: () => Date.now() },
    ids: { uuid: () => randomUUID(), opaque: () => randomUUID().replaceAll('-', '').slice(0, 20) },
    onSignal(listener) {
      const handlers = stopSignals.map((signal) => ({ signal, handler: () => listener(signal) }))
      for (const { signal, handler } of handlers) process.on(signal, handler)
      return () => {
        for (const { signal, handler } of handlers) process.off(signal, handler)
      }
    },
    exitNow: (code) => process.exit(code),
  }
}

function output(stream: NodeJS.WriteStream): Output {
  let open = true
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false
    // Whoever read our output has read enough, `adcp-gov-comply list | head -1`, or has closed the terminal.
    if (error.code === 'EPIPE' || error.code === 'EIO') return
    process.exitCode = 2
    if (stream !== process.stderr) process.stderr.write(`adcp-gov-comply: cannot write the output: ${error.message}.\n`)
  })
  return {
    write: (text) => {
      if (open) stream.write(text)
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  }
}
