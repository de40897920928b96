import type { GovernanceKeys } from '../../token/keys.ts'
import type { AgentParts } from '../governance-agent/parts.ts'
import type { Wire } from '../http/wire.ts'

/** One way in which a governance agent can differ from ours and be just as right. A point that it loses is a false alarm. */
export interface Variant {
  readonly id: string
  /** What it does differently, in one sentence. */
  readonly title: string
  /** The parts of an agent of this kind. What the variant remembers, it remembers for that agent alone. */
  vary?(parts: AgentParts): AgentParts
  /** A signing key of another kind. */
  keys?(kid: string): Promise<GovernanceKeys>
  /** The difference is in how replies travel, so it can only be seen over HTTP. */
  readonly wire?: Wire
  /** It lives in real time, and a run with it is mostly waiting: it need not keep others from running. */
  readonly waits?: true
}
