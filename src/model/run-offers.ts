import type { AgentProfile } from './agent-profile.ts'

/** What the runner brings to a run beside its requests, for storyboards that ask for it. */
export interface RunOffers {
  /** The operator vouches that the state which storyboards presuppose is there. */
  readonly seededState: boolean
  /** Agents can call back. */
  readonly webhookReceiver: boolean
  /** Ids of the runner contracts that this run fulfils. */
  readonly contracts: ReadonlySet<string>
  /** The agents of a run against several, by key. */
  readonly agents?: ReadonlyMap<string, AgentProfile>
  /** Key of the agent that takes the steps nobody else claims. */
  readonly defaultAgent?: string
}
