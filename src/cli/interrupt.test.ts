import { expect, it } from 'vitest'
import { interruptible } from './interrupt.ts'
import { testIo } from './io.fixture.ts'

const untilAborted = (signal: AbortSignal) =>
  new Promise<string>((done) => signal.addEventListener('abort', () => done(String(signal.reason))))

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends the work with its name as the reason', async (name) => {
  const io = testIo()
  const work = interruptible(io, untilAborted)
  io.signal(name)
  expect(await work).toBe(name)
  expect(io.heard().stderr).toContain(`${name}: ending the run; what is known will be reported`)
  expect(io.exits).toEqual([])
})

it('a second signal ends the program at once', () => {
  const io = testIo()
  void interruptible(io, () => new Promise<never>(() => {}))
  io.signal('SIGINT')
  io.signal('SIGINT')
  io.signal('SIGTERM')
  expect(io.exits).toEqual([130, 143])
})

it('stops listening when the work is over, well or not', async () => {
  const io = testIo()
  await interruptible(io, async () => 'done')
  await interruptible(io, () => Promise.reject(new Error('x'))).catch(() => undefined)
  expect(io.signal('SIGINT')).toBe(0)
})
