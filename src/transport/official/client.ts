/** The library says another version of itself than its package has. */
export const officialClientName = '@adcp/client 4.8.0'

/** What this program uses of the official client library. */
export interface OfficialClient {
  /** @throws Error for a reply that says isError, among others; what came stands in `log` then. */
  callMCPTool(
    url: string,
    tool: string,
    args: Record<string, unknown>,
    token: undefined,
    log: unknown[],
    headers: Record<string, string>,
  ): Promise<unknown>
  /** Resolves with the whole JSON-RPC response. @throws Error for a JSON-RPC error, among others */
  callA2ATool(
    url: string,
    skill: string,
    parameters: Record<string, unknown>,
    token: undefined,
    log: unknown[],
    webhook: undefined,
    headers: Record<string, string>,
  ): Promise<unknown>
  /** The AdCP payload in what the calls resolve with. @throws Error when it finds none */
  unwrapProtocolResponse(response: unknown, task: undefined, protocol: 'mcp' | 'a2a'): unknown
}

/**
 * Loaded when it is first needed: it takes half a second, and most runs do without it. It is CommonJS, which comes as the
 * default export from a bundle.
 */
export async function officialClient(): Promise<OfficialClient> {
  const loaded: Partial<OfficialClient> & { readonly default?: unknown } = await import('@adcp/client')
  return (loaded.callMCPTool ? loaded : loaded.default) as OfficialClient
}

/** What the client logged of the reply, as it came; undefined when it logged none. */
export function loggedReply(log: readonly unknown[]): unknown {
  const entry = log.find((one) => typeof one === 'object' && one !== null && 'response' in one)
  return entry && (entry as { readonly response: unknown }).response
}
