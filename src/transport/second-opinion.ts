import type { Call, Exchange } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import type { McpOptions } from './mcp-line.ts'
import type { Answer } from './rpc-answer.ts'

export interface Answered {
  readonly protocol: 'mcp' | 'a2a'
  readonly call: Call
  readonly answer: Answer
}

/** The exchange with what another client makes of its reply, when one is to be asked and there is a message to ask it about. */
export async function withSecondOpinion(
  exchange: Exchange,
  { protocol, call, answer }: Answered,
  { secondOpinion }: McpOptions,
): Promise<Exchange> {
  const message = messageOf(answer)
  if (!secondOpinion || !message) return exchange
  return { ...exchange, secondOpinion: await secondOpinion({ protocol, call, message, reply: exchange.reply }) }
}

function messageOf(answer: Answer): JsonObject | undefined {
  if (answer.kind === 'result') return answer.message
  return answer.kind === 'rpc_error' && isJsonObject(answer.raw) ? answer.raw : undefined
}
