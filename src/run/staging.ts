import type { Judged } from '../judge/judge-step.ts'
import type { Callbacks } from './callbacks.ts'
import type { PeerHosting } from './peer-hosting.ts'

/** What takes the place of the world around a run that is recorded, or played again from a record. */
export interface Staging {
  /** Whether, and where, agents can call back. */
  callbacks?(agentUrl: string): Callbacks
  /** Whether a governance agent is hosted, and which. */
  hosting?(): PeerHosting
  /** What a seller is registered with, in a run against several agents; `given` is the token of the principal `seller`. */
  sellerCredential?(given: string | undefined): string
  /** Resolves when a pause of so many milliseconds is over. */
  wait?(milliseconds: number): Promise<void>
  /** The time that the run may take was up when it was recorded, or was not: it is not measured again. */
  readonly isTimeless?: true
  /** Sees what each step was judged, and may say what was judged before. */
  settle?(address: string, judged: Judged): Judged
}
