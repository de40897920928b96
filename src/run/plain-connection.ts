import { type SafeReply, type SafeRequest, safeSend } from '../keys/safe-send.ts'
import { fetchSigningKeys, type SigningKeyQuestion, type SigningKeys } from '../keys/signing-keys.ts'
import type { Identity } from './identity.ts'

/** Plain HTTP beside the protocol of the agent. Nothing in it rejects for what the agent does. */
export interface PlainConnection {
  send(request: SafeRequest, signal: AbortSignal): Promise<SafeReply>
  signingKeys(question: Omit<SigningKeyQuestion, 'agentUrl'>, signal: AbortSignal): Promise<SigningKeys>
  /** The headers that let the run in. */
  credentials(signal: AbortSignal): Promise<Readonly<Record<string, string>>>
}

export function plainConnection(url: string, { headers, source }: Identity): PlainConnection {
  return {
    send: (request, signal) => safeSend(request, url, signal),
    signingKeys: (question, signal) => fetchSigningKeys({ ...question, agentUrl: url }, signal),
    credentials: async (signal) => ({ ...headers, ...(await source?.current(signal)) }),
  }
}
