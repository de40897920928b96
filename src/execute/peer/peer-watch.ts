import { createHash } from 'node:crypto'
import type { PeerCallReport, PeerEvidence, PeerSighting } from '../../model/peer-request.ts'
import type { GovernancePeer } from '../../peers/governance-peer/governance-peer.ts'

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

  constructor(readonly peer: Pick<GovernancePeer, 'requests' | 'received'>) {}

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

const shownBody = 2_000

function reported({ body, headers: _headers, step: _step, credential, ...request }: PeerSighting): PeerCallReport {
  const context = request.arguments?.governance_context
  return {
    ...request,
    presented: credential,
    ...(request.problem !== undefined && { body: body.slice(0, shownBody) }),
    ...(typeof context === 'string' && { governanceContextHash: hashOf(context) }),
  }
}

/** By which two copies of a secret can be told to be the same. */
function hashOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}
