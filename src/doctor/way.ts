import { readHandshake, withoutTls } from './certificate.ts'
import { examineClock } from './clock-skew.ts'
import type { Finding } from './finding.ts'
import { shakeHands } from './handshake.ts'
import { examineHostName } from './host-name.ts'

export interface Way {
  readonly findings: readonly Finding[]
  /** False when no request can be sent to the agent. */
  readonly open: boolean
}

/** All that lies between here and the agent: the name, the certificate, the clocks. Never rejects. */
export async function examineWay(url: URL, clock: { now(): number }, signal: AbortSignal): Promise<Way> {
  const name = await examineHostName(url, signal)
  if (name.level === 'bad') return { findings: [name], open: false }
  const found = [name, ...(await examineTls(url, clock, signal))]
  if (found.some(({ level }) => level === 'bad')) return { findings: found, open: false }
  const compared = await examineClock(url, clock, signal)
  return { findings: compared ? [...found, compared] : found, open: true }
}

async function examineTls(url: URL, clock: { now(): number }, signal: AbortSignal): Promise<readonly Finding[]> {
  if (url.protocol !== 'https:') return [withoutTls(url)]
  return readHandshake(await shakeHands(url, signal), clock.now())
}
