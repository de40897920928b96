import type { SecondOpinion, Transport } from '../model/exchange.ts'
import type { Authorization } from './authorization.ts'
import type { Goodbyes } from './goodbyes.ts'
import type { Clock } from './http-trace.ts'
import type { Heard } from './official/second-opinion.ts'
import type { Refusal } from './refusal.ts'
import type { ToolListing } from './tool-list.ts'

export interface McpOptions {
  readonly url: string
  /** Sent with every request to that address, and nowhere else. */
  readonly headers?: Readonly<Record<string, string>>
  /** Credentials that may be renewed while the line is open; they win over `headers`. */
  readonly authorization?: Authorization
  readonly limits: {
    /** For a whole call, and for opening the session. */
    readonly callTimeoutMs: number
    /** Decoded bytes of one response body; 8 MiB when absent. */
    readonly maxBodyBytes?: number
  }
  readonly clock: Clock
  /** A certificate to trust beside the usual ones. PEM. */
  readonly trust?: string
  /** Interrupts what is on the wire, and every later call. */
  readonly signal?: AbortSignal
  /** Asked of every reply that a message held. Never rejects. */
  readonly secondOpinion?: (heard: Heard) => Promise<SecondOpinion>
  /** Shared by the lines of a run; each waits for itself when absent. */
  readonly goodbyes?: Goodbyes
  readonly clientInfo: { readonly name: string; readonly version: string }
}

/** An open line, whatever protocol is spoken over it. */
export interface Line extends Transport {
  readonly server: { readonly name?: string; readonly version?: string }
  /** Why no session could be opened; every call then answers this, and sends nothing. */
  readonly refusal: Refusal | undefined
}

/** One MCP session over streamable HTTP. */
export interface McpLine extends Line {
  listTools(): Promise<ToolListing>
}

/** One conversation over A2A. */
export interface A2aLine extends Line {
  /** Whether the agent has a card, be it one that cannot be used. */
  readonly hasCard: boolean
  /** The skills of the agent card. */
  readonly tools: readonly string[]
}
