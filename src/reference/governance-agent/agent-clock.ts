/** The time that an agent lives in. */
export interface AgentClock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Lets time pass; that of the wall when absent. */
  sleep?(milliseconds: number): Promise<void>
}

export async function pause(milliseconds: number, clock: AgentClock): Promise<void> {
  if (milliseconds <= 0) return
  if (clock.sleep) return await clock.sleep(milliseconds)
  await new Promise((done) => setTimeout(done, milliseconds))
}

/** A clock that nobody has to wait for: time that is slept through has passed at once. */
export function skippingClock(now: () => number): AgentClock {
  let skipped = 0
  return {
    now: () => now() + skipped,
    async sleep(milliseconds) {
      skipped += milliseconds
    },
  }
}
