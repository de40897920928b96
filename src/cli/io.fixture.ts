import type { Io, StopSignal } from './io.ts'
import { main } from './main.ts'

export interface Heard {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** An io that is heard by the test, with a clock and ids of the real world. */
export interface TestIo extends Io {
  heard(): Omit<Heard, 'code'>
  /** Sends a signal to whoever listens; the number of listeners. */
  signal(name: StopSignal): number
  readonly exits: readonly number[]
}

export function testIo(env: Io['env'] = {}, terminal: { columns?: number } = {}): TestIo {
  const text = { stdout: '', stderr: '' }
  const listeners = new Set<(signal: StopSignal) => void>()
  const exits: number[] = []
  const output = (name: keyof typeof text) => ({
    write: (more: string) => {
      text[name] += more
    },
    isTTY: terminal.columns !== undefined,
    columns: terminal.columns,
  })
  let count = 0
  const opaque = () => {
    count += 1
    return `opaque${String(count).padStart(10, '0')}`
  }
  return {
    stdout: output('stdout'),
    stderr: output('stderr'),
    env,
    clock: { now: () => Date.now() },
    ids: { uuid: () => crypto.randomUUID(), opaque },
    onSignal(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    exitNow: (code) => exits.push(code),
    exits,
    heard: () => ({ ...text }),
    signal(name) {
      for (const listener of listeners) listener(name)
      return listeners.size
    },
  }
}

/** Runs the program with these words and returns all it said. */
export async function said(words: string, env: Io['env'] = {}): Promise<Heard> {
  const io = testIo(env)
  const code = await main(words === '' ? [] : words.split(' '), io)
  return { code, ...io.heard() }
}
