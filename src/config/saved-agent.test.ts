import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { savedAgent } from './saved-agent.ts'

const url = 'https://a.example/mcp'
const setting = {
  alias: 'mine',
  file: '/home/me/.adcp/config.json',
  env: { SECRET: 'hush' },
  clock: { now: () => Date.parse('2026-05-01T12:00:00Z') },
}
const credentialsOf = (saved: JsonObject) => savedAgent({ url, ...saved }, setting).credentials

describe('an agent that the official command line saved', () => {
  it('has an address and a protocol', () => {
    expect(savedAgent({ url, protocol: 'a2a' }, setting)).toEqual({ url, protocol: 'a2a', credentials: {} })
    expect(savedAgent({ url, protocol: 'smtp' }, setting)).toEqual({ url, credentials: {} })
  })

  it.each<[string, JsonObject, object]>([
    ['a token', { auth_token: 't' }, { token: 't' }],
    ['headers', { headers: { 'X-Org': 'o', n: 7 } }, { headers: { 'X-Org': 'o' } }],
    [
      'an OAuth token that is good',
      { auth_token: 't', oauth_tokens: { access_token: 'o', expires_at: '2026-05-01T12:00:01Z' } },
      { token: 'o' },
    ],
    ['an OAuth token without an end', { oauth_tokens: { access_token: 'o' } }, { token: 'o' }],
    [
      'a token beside an OAuth token that has run out',
      { auth_token: 't', oauth_tokens: { access_token: 'o', expires_at: '2026-05-01T12:00:00Z' } },
      { token: 't' },
    ],
    [
      'an OAuth client, before anything else',
      {
        auth_token: 't',
        oauth_client_credentials: {
          client_id: 'me',
          client_secret: '$ENV: SECRET',
          token_endpoint: 'https://as.example/token',
          scope: 's',
          resource: url,
          audience: 'x',
          auth_method: 'body',
        },
      },
      {
        oauth: {
          clientId: 'me',
          clientSecret: 'hush',
          tokenUrl: 'https://as.example/token',
          scope: 's',
          resource: [url],
          audience: 'x',
          clientAuth: 'post',
        },
      },
    ],
    [
      'an OAuth client whose secret stands there',
      { oauth_client_credentials: { client_id: 'me', client_secret: 'plain', auth_method: 'basic' } },
      { oauth: { clientId: 'me', clientSecret: 'plain', clientAuth: 'basic' } },
    ],
  ])('is let in by %s', (_, saved, credentials) => {
    expect(credentialsOf(saved)).toEqual(credentials)
  })

  it.each<[JsonObject, string]>([
    [{ url: 7 }, 'has no "url"'],
    [
      { oauth_client_credentials: { client_id: 'me', client_secret: '$ENV:NOPE' } },
      'names the environment variable NOPE, which is not set. Set it',
    ],
    [{ oauth_client_credentials: { client_secret: 's' } }, 'has no "client_id" among its OAuth client credentials'],
    [
      { oauth_tokens: { access_token: 'o', expires_at: '2020-01-01T00:00:00Z' } },
      'holds an OAuth token that has run out. Renew it with the official command line: adcp mine --oauth',
    ],
  ])('%j is refused', (saved, message) => {
    expect(() => credentialsOf(saved)).toThrow(`the agent "mine" in /home/me/.adcp/config.json ${message}`)
  })
})
