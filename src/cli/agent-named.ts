import type { KnownAgent, KnownAgents } from '../config/known-agents.ts'
import { UsageError } from '../errors.ts'
import { didYouMean, nearestNames } from '../load/index.ts'
import { parseAgentUrl } from '../transport/index.ts'

/**
 * The agent of this URL or name; a URL always wins over a name.
 * @throws UsageError when it is neither a URL nor known, with what is near
 */
export async function agentNamed(name: string, known: KnownAgents, commands: readonly string[]): Promise<KnownAgent> {
  const found = name.includes('://') ? undefined : await known.named(name)
  if (found) return { ...found, url: parseAgentUrl(found.url).href }
  await requireUrl(name, known, commands)
  return { url: parseAgentUrl(name).href, principals: {} }
}

async function requireUrl(text: string, known: KnownAgents, commands: readonly string[]): Promise<void> {
  if (text.includes('://') || URL.canParse(text)) return requireWhole(text)
  const [near] = nearestNames(text, commands)
  if (near !== undefined) throw new UsageError(`"${text}" is neither a URL nor a command; did you mean "${near}"?`)
  requireWhole(text)
  const names = await known.names()
  if (names.length === 0) return
  throw new UsageError(
    `"${text}" is neither a URL nor an agent that is known; there are ${names.join(', ')}${didYouMean(text, names)}`,
  )
}

function requireWhole(text: string): void {
  if (!text.includes('://') && /^[\w.-]+(:\d+|\/)/.test(text))
    throw new UsageError(`"${text}" is not a whole URL; did you mean "${likelyUrl(text)}"?`)
}

function likelyUrl(text: string): string {
  return `${/^(localhost|127\.)/.test(text) ? 'http' : 'https'}://${text}`
}
