import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { safeSend } from '../../keys/safe-send.ts'
import { openVectors } from '../../load/vectors.ts'
import type { AgentProfile } from '../../model/agent-profile.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { headersOf } from '../../peers/read-delivery.ts'
import { mustBeSigned } from '../../signatures/must-be-signed.ts'
import { requestSigning } from '../../signatures/profile.ts'
import { ReplayStore } from '../../signatures/replay-store.ts'
import type { SignedMessage } from '../../signatures/signed-message.ts'
import { type Verification, verifySignature } from '../../signatures/verify.ts'
import type { Probes } from './probes.ts'
import { probesWith } from './webhook-sender.fixture.ts'

const sdk = dirname(createRequire(import.meta.url).resolve('@adcp/sdk/package.json'))
export const officialVectors = openVectors(join(sdk, 'compliance/cache/3.0.6'))

/** Requests of one key that this agent takes before it calls them abuse. */
export const cap = 30

/** What an agent may do wrong with the verdict of its verifier. */
export type Fault = (verdict: Verification, message: SignedMessage) => Verification

/** An MCP agent that holds sessions and verifies signed requests; the fault decides what it makes of the verdict. */
export async function openVerifyingAgent(signing: JsonObject, now: () => number, fault: Fault = (verdict) => verdict) {
  const keyFile = (await officialVectors.read('request-signing/keys.json')) as JsonObject
  const replays = new ReplayStore(cap)
  const refusals: string[] = []
  const server = createServer(async (request, response) => {
    const message = await read(request)
    const body = JSON.parse(message.body) as JsonObject
    if (body.method === 'initialize') return void response.writeHead(200, { 'mcp-session-id': 's1' }).end('{}')
    if (request.headers['mcp-session-id'] !== 's1') return void response.writeHead(400).end()
    if (body.method === 'notifications/initialized') return void response.writeHead(202).end()
    const verdict = fault(verifySignature(message, state()), message)
    const operation = String((body.params as JsonObject | undefined)?.name ?? '')
    const isOwed = verdict.status === 'unsigned' && mustBeSigned(argumentsOf(message, body), operation, signing)
    const code = isOwed ? 'request_signature_required' : verdict.status === 'refused' ? verdict.code : undefined
    if (code !== undefined) refusals.push(code)
    answer(response, code)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`

  function state() {
    const digest = signing.covers_content_digest as 'either'
    return {
      profile: requestSigning(digest),
      now: Math.floor(now() / 1000),
      keys: keyFile.keys as readonly Json[],
      revokedKids: new Set(['test-revoked-2026']),
      replays,
    }
  }

  const agent: AgentProfile = {
    url,
    protocol: 'mcp',
    tools: ['get_adcp_capabilities', 'create_media_buy', 'update_media_buy'],
    capabilities: { request_signing: signing },
    supportedProtocols: ['media_buy'],
    specialisms: [],
    experimentalFeatures: [],
  }
  const probes: Probes = {
    ...probesWith(),
    send: (request) =>
      safeSend({ limits: { bytes: 65_536, timeoutMs: 2_000 }, ...request }, url, AbortSignal.timeout(20_000)),
    credentials: async () => ({ authorization: 'Bearer secret' }),
    vector: (path) => officialVectors.read(path),
  }
  return {
    agent,
    probes,
    refusals,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function read(request: IncomingMessage): Promise<SignedMessage> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  const headers = headersOf(request)
  return { method: request.method ?? '', url: `http://${headers.host}${request.url}`, headers, body }
}

/** The arguments of the task stand within the JSON-RPC message. */
function argumentsOf(message: SignedMessage, body: JsonObject): SignedMessage {
  const params = body.params as JsonObject | undefined
  return body.method === 'tools/call' ? { ...message, body: JSON.stringify(params?.arguments ?? {}) } : message
}

function answer(response: ServerResponse, code: string | undefined): void {
  if (code === undefined) return void response.writeHead(200).end('{"jsonrpc":"2.0","id":"vector","result":{}}')
  response.writeHead(401, { 'www-authenticate': `Bearer realm="x", Signature error="${code}"` }).end()
}
