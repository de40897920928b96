import { isJsonObject, type JsonObject } from '../model/json.ts'
import { NoToken } from './no-token.ts'
import type { OAuthClient } from './oauth-client.ts'
import { readAnswer, type TokenAnswer } from './token-answer.ts'
import type { TokenEndpoint } from './token-endpoint.ts'

const timeoutMs = 10_000
/** Bytes; a token is a few kilobytes. */
const largest = 64 * 1024

export interface Token {
  readonly value: string
  /** Seconds that it is good for from now on; undefined when the server does not say. */
  readonly expiresIn?: number
}

/**
 * Asks for a token by the client credentials grant. Redirects are not followed: the secret is for this address alone.
 * @throws NoToken that names the endpoint and its answer, never the secret
 */
export async function requestToken(endpoint: TokenEndpoint, client: OAuthClient, signal: AbortSignal): Promise<Token> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  return readAnswer(await post(endpoint, client, limit), endpoint.url)
}

async function post(endpoint: TokenEndpoint, client: OAuthClient, signal: AbortSignal): Promise<TokenAnswer> {
  const inBody = authOf(endpoint, client) === 'post'
  const secrets = inBody ? { client_id: client.clientId, client_secret: client.clientSecret } : {}
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      signal,
      redirect: 'manual',
      headers: { accept: 'application/json', ...(inBody ? {} : { authorization: basic(client) }) },
      body: new URLSearchParams([...Object.entries(secrets), ...wishes(client)]),
    })
    return { status: response.status, body: await readBody(response) }
  } catch (error) {
    throw unanswered(endpoint.url, error, signal)
  }
}

function authOf({ authMethods }: TokenEndpoint, { clientAuth }: OAuthClient): 'basic' | 'post' {
  if (clientAuth) return clientAuth
  const onlyPost = authMethods?.includes('client_secret_post') && !authMethods.includes('client_secret_basic')
  return onlyPost ? 'post' : 'basic'
}

/** RFC 6749, section 2.3.1: both parts are form-encoded first. */
function basic({ clientId, clientSecret }: OAuthClient): string {
  const encoded = (text: string) => new URLSearchParams([['', text]]).toString().slice(1)
  return `Basic ${Buffer.from(`${encoded(clientId)}:${encoded(clientSecret)}`).toString('base64')}`
}

function wishes({ scope, resource = [], audience }: OAuthClient): [string, string][] {
  return [
    ['grant_type', 'client_credentials'],
    ...(scope === undefined ? [] : [['scope', scope] as [string, string]]),
    ...resource.map((one): [string, string] => ['resource', one]),
    ...(audience === undefined ? [] : [['audience', audience] as [string, string]]),
  ]
}

/** The body as a JSON object; undefined when it is none. */
async function readBody(response: Response): Promise<JsonObject | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > largest) return undefined
    chunks.push(chunk)
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return isJsonObject(body) ? body : undefined
  } catch {
    return undefined
  }
}

function unanswered(url: string, error: unknown, signal: AbortSignal): NoToken {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  const why = signal.aborted ? 'gave no answer in time' : `could not be reached${code}`
  return new NoToken(
    `the token endpoint ${url} ${why}`,
    'Is its address right, and is the authorization server running?',
  )
}
