import type { PeerCallReport, PeerEvidence, PeerSighting } from '../../model/peer-request.ts'
import type { HostedAgent } from './peer-host.ts'

interface Window {
  readonly step: string
  /** Requests that had come when the step was sent. */
  readonly from: number
  /** Requests that had come when it was answered. */
  answered?: number
}

/** Tells in which step of a storyboard each request came to the hosted governance agent. */
export class PeerWatch {
  readonly #windows: Window[] = []

  constructor(readonly peer: Pick<HostedAgent, 'requests' | 'received'>) {}

  /** From now on, what comes belongs to this step. */
  begin(step: string): void {
    this.#windows.push({ step, from: this.peer.received() })
  }

  /** The step that was begun last has its answer. */
  answered(): void {
    const current = this.#windows.at(-1)
    if (current) current.answered = this.peer.received()
  }

  /** All that came since the first step was begun. */
  evidence(): PeerEvidence {
    const requests = this.peer.requests()
    const last = requests.at(-1)?.order ?? this.peer.received()
    return {
      requests: requests.flatMap((one) => this.#sighting(one)),
      begun: this.#windows.map(({ step }) => step),
      isCut: last < this.peer.received(),
    }
  }

  /** Whether one of these steps was begun. */
  hasBegun(steps: ReadonlySet<string>): boolean {
    return this.#windows.some(({ step }) => steps.has(step))
  }

  /** What came since a step was begun, for the report. */
  since(step: string): readonly PeerCallReport[] {
    return this.evidence()
      .requests.filter((one) => one.step === step)
      .map(reported)
  }

  #sighting(request: Omit<PeerSighting, 'step' | 'beforeAnswer'>): readonly PeerSighting[] {
    const window = this.#windows.findLast(({ from }) => from < request.order)
    if (window === undefined) return []
    const beforeAnswer = window.answered === undefined || request.order <= window.answered
    return [{ ...request, step: window.step, beforeAnswer }]
  }
}

function reported({
  body,
  bodySha256: _hash,
  headers: _headers,
  step: _step,
  credential,
  ...request
}: PeerSighting): PeerCallReport {
  return { ...request, presented: credential, ...(request.problem !== undefined && { body }) }
}
