import type { Transport } from '../model/exchange.ts'
import type { Clock } from './http-trace.ts'
import type { Refusal } from './refusal.ts'
import type { ToolListing } from './tool-list.ts'

export interface McpOptions {
  readonly url: string
  /** Sent with every request to that address, and nowhere else. */
  readonly headers?: Readonly<Record<string, string>>
  readonly limits: {
    /** For a whole call, and for opening the session. */
    readonly callTimeoutMs: number
    /** Decoded bytes of one response body; 8 MiB when absent. */
    readonly maxBodyBytes?: number
  }
  readonly clock: Clock
  /** Interrupts what is on the wire, and every later call. */
  readonly signal?: AbortSignal
  readonly clientInfo: { readonly name: string; readonly version: string }
}

/** One MCP session over streamable HTTP. */
export interface McpLine extends Transport {
  readonly server: { readonly name?: string; readonly version?: string }
  /** Why no session could be opened; every call then answers this, and sends nothing. */
  readonly refusal: Refusal | undefined
  listTools(): Promise<ToolListing>
}
