import { UsageError } from '../errors.ts'

/**
 * The address of the agent as it was typed. A fragment never reaches a server and is dropped.
 * @throws UsageError when it is not an absolute http(s) URL, or when it carries credentials.
 */
export function parseAgentUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url) throw new UsageError(`"${text}" is not a URL: write it in full, like https://agent.example/mcp`)
  if (url.username || url.password) {
    // The text is not repeated: it holds a secret.
    throw new UsageError('the agent URL carries credentials: leave them out, and name a variable with --auth-env')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new UsageError(`"${text}" does not begin with https:// or http://`)
  }
  url.hash = ''
  return url
}
