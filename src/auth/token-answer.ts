import type { JsonObject } from '../model/json.ts'
import { NoToken } from './no-token.ts'
import type { Token } from './request-token.ts'

export interface TokenAnswer {
  readonly status: number
  /** Undefined when it is no JSON object, or too large. */
  readonly body: JsonObject | undefined
}

/**
 * The token in an answer of a token endpoint (RFC 6749, section 5).
 * @throws NoToken
 */
export function readAnswer({ status, body }: TokenAnswer, url: string): Token {
  if (status !== 200) throw refused(status, body, url)
  const { access_token: value, token_type: type = 'Bearer' } = body ?? {}
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value))
    throw unusable(url, 'its answer holds no access_token')
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer')
    throw unusable(url, `its token is of the type ${words(type)}, and only Bearer can be sent`)
  const expiresIn = Number(body?.expires_in)
  return { value, ...(expiresIn > 0 && Number.isFinite(expiresIn) && { expiresIn }) }
}

function unusable(url: string, why: string): NoToken {
  return new NoToken(`the token endpoint ${url} gave no token: ${why}`, 'Is this the address of a token endpoint?')
}

function refused(status: number, body: JsonObject | undefined, url: string): NoToken {
  const { error, error_description: description } = body ?? {}
  const code = typeof error === 'string' ? ` ${words(error)}` : ''
  const more = typeof description === 'string' ? ` (${words(description)})` : ''
  return new NoToken(`the token endpoint ${url} answered ${status}${code}${more}`, remedyFor(status, error))
}

const remedies: Readonly<Record<string, string>> = {
  invalid_client: 'Look at the client id and its secret, and at how they are sent (client_auth: basic or post)',
  unauthorized_client: 'Let this client use the client_credentials grant',
  unsupported_grant_type: 'The server must offer the client_credentials grant',
  invalid_scope: 'Ask for a scope that this client may have',
  invalid_target: 'Look at the resource and the audience that are asked for',
  invalid_request: 'Look at scope, resource, audience and client_auth',
}

function remedyFor(status: number, error: unknown): string {
  const known = typeof error === 'string' && Object.hasOwn(remedies, error) ? remedies[error] : undefined
  if (known !== undefined) return known
  if (status >= 300 && status < 400) return 'Redirects are not followed: give the final address'
  if (status === 401) return remedies.invalid_client ?? ''
  return 'Is this the address of a token endpoint, and is the authorization server well?'
}

/** For a message: the start of what the server said, escaped. */
function words(value: unknown): string {
  return JSON.stringify(value).slice(0, 160).replace(/^"|"$/g, '')
}
