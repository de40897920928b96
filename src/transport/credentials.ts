import { validateHeaderName, validateHeaderValue } from 'node:http'
import { UsageError } from '../errors.ts'

export interface Credentials {
  /** A bare token, or one that names its scheme ("Basic …", "Bearer …"). */
  readonly token?: string
  /** Further headers, as they are to be sent. */
  readonly headers?: Readonly<Record<string, string>>
}

const scheme = /^(basic|bearer) /i

/**
 * The request headers that let us in. A token that names no scheme is sent as a Bearer token.
 * @throws UsageError when a name or value cannot stand in an HTTP header, or when Authorization is given twice.
 * No value is repeated in the message.
 */
export function authHeaders({ token, headers = {} }: Credentials): Record<string, string> {
  if (token && Object.keys(headers).some((name) => name.toLowerCase() === 'authorization')) {
    throw new UsageError('give either a token or an Authorization header, not both')
  }
  const given = { ...headers, ...authorization(token?.trim()) }
  for (const [name, value] of Object.entries(given)) requireSendable(name, value)
  return given
}

function authorization(token: string | undefined): Record<string, string> {
  if (!token) return {}
  return { Authorization: scheme.test(token) ? token : `Bearer ${token}` }
}

function requireSendable(name: string, value: string): void {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
  } catch {
    throw new UsageError(`the header "${name}" cannot be sent: its name or value holds a character HTTP does not allow`)
  }
}
