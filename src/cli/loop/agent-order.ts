import type { RunOptions } from '../../run.ts'
import type { LoopAgent } from './loop-fault.ts'

/** Which agent of this program is to be there, and whom it lets in. */
export interface AgentOrder {
  readonly agent: LoopAgent
  readonly adcpVersion: RunOptions['adcpVersion']
  /** PEM. The governance agent speaks https with both; the seller is only given what it has to trust. */
  readonly certificate: { readonly cert: string; readonly key?: string }
  /** Bearer tokens, each with the principal that it belongs to. */
  readonly tokens: readonly (readonly [token: string, principal: string])[]
  readonly fault?: string
}

/** An agent that listens. */
export interface LaunchedAgent {
  /** The MCP endpoint. */
  readonly url: string
  /** The seller learns where the brand.json of its buyers stands; the governance agent needs no such thing. */
  learnBrand(brandUrl: string): Promise<void>
  close(): Promise<void>
}

/** What a process that is an agent hears. */
export type ToAgent =
  | { readonly kind: 'order'; readonly order: AgentOrder }
  | { readonly kind: 'brand'; readonly brandUrl: string }

/** What it answers to each. */
export type FromAgent =
  | { readonly kind: 'listening'; readonly url: string }
  | { readonly kind: 'learned' }
  | { readonly kind: 'refused'; readonly message: string; readonly isUsage: boolean }
