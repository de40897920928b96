import { Agent, fetch } from 'undici'
import { isJsonObject, type JsonObject } from '../../model/json.ts'

export interface Registered {
  readonly url: string
  readonly credentials: string
}

/** What this seller fetches and calls, over https with one certificate that it trusts. */
export class GovernanceLine {
  private readonly dispatcher: Agent
  constructor(
    trusted: string,
    private readonly patienceMs: number,
  ) {
    this.dispatcher = new Agent({ connect: { ca: trusted } })
  }

  /** A published document. Throws for whatever is not https, not 200, moved elsewhere, or longer than 100 kB. */
  async document(address: string): Promise<JsonObject> {
    if (new URL(address).protocol !== 'https:') throw new Error(`${address} is not https`)
    const response = await fetch(address, { ...this.bounded(), redirect: 'error' })
    const text = await response.text()
    if (!response.ok || text.length > 100_000) throw new Error(`${address} cannot be used`)
    return JSON.parse(text) as JsonObject
  }

  /** The decision; undefined when none came, also on the second attempt. */
  async check(agent: Registered, args: JsonObject): Promise<JsonObject | undefined> {
    return (await this.attempt(agent, args)) ?? (await this.attempt(agent, args))
  }

  close(): Promise<void> {
    return this.dispatcher.destroy()
  }

  private async attempt(agent: Registered, args: JsonObject): Promise<JsonObject | undefined> {
    try {
      const session = await this.post(agent, { id: 1, method: 'initialize', params: hello })
      await this.post(agent, { method: 'notifications/initialized' }, session.id)
      const params = { name: 'check_governance', arguments: args }
      const { message } = await this.post(agent, { id: 2, method: 'tools/call', params }, session.id)
      const result = isJsonObject(message?.result) ? message.result : undefined
      return result?.isError !== true && isJsonObject(result?.structuredContent) ? result.structuredContent : undefined
    } catch {
      return undefined
    }
  }

  private async post({ url, credentials }: Registered, rpc: JsonObject, session?: string) {
    const response = await fetch(url, {
      ...this.bounded(),
      method: 'POST',
      headers: {
        authorization: `Bearer ${credentials}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...(session !== undefined && { 'mcp-session-id': session }),
      },
      body: JSON.stringify({ jsonrpc: '2.0', ...rpc }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    return { id: response.headers.get('mcp-session-id') ?? undefined, message: rpcIn(text) }
  }

  private bounded() {
    return { dispatcher: this.dispatcher, signal: AbortSignal.timeout(this.patienceMs) }
  }
}

const hello = {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'harbour-video', version: '4.2.0' },
}

function rpcIn(text: string): JsonObject | undefined {
  const data = /^data: ?(.*)$/m.exec(text)?.[1] ?? text
  return data.trim() === '' ? undefined : (JSON.parse(data) as JsonObject)
}
