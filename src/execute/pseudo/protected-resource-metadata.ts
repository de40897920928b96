import type { Exchange } from '../../model/exchange.ts'
import { plainExchange } from './plain-exchange.ts'
import { blockedBy, notApplicable, type PseudoTask } from './pseudo-task.ts'

/** Statuses by which servers say that a path leads nowhere, whatever route catches it. */
const nothingThere = [404, 405, 406, 410]

/**
 * Fetches what RFC 9728 has an agent publish beside its address; the storyboard's own checks grade it. An agent that publishes
 * nothing there has no OAuth to look at: a catch-all route that answers with a page or another refusal is no broken metadata.
 */
export const protectedResourceMetadata: PseudoTask = {
  task: 'protected_resource_metadata',
  async perform(_planned, { run }) {
    if (!run.probes) return blockedBy('unsupported', 'this run fetches nothing beside its agent')
    const url = metadataUrl(String(run.runner.agent_url))
    const { exchange } = await plainExchange('protected_resource_metadata', { url }, run, run.probes)
    if (exchange.reply.kind === 'unreachable') return blockedBy('no_reply', `${url}: ${exchange.reply.message}`)
    if (!isServed(exchange))
      return notApplicable(
        'not_applicable',
        `the agent publishes no protected-resource metadata: ${inWords(exchange, url)}`,
      )
    return { kind: 'performed', found: [], exchange }
  },
}

/** The path of the agent stands after the well-known segment (RFC 9728, 3.1). */
export function metadataUrl(agentUrl: string): string {
  const { origin, pathname } = new URL(agentUrl)
  return `${origin}/.well-known/oauth-protected-resource${pathname === '/' ? '' : pathname}`
}

function isServed({ reply }: Exchange): boolean {
  if (reply.kind !== 'http') return false
  const isPage = /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(reply.headers['content-type'] ?? '')
  return !nothingThere.includes(reply.status) && !(isPage && reply.payload === undefined && reply.status < 500)
}

function inWords({ reply }: Exchange, url: string): string {
  const type = reply.kind === 'http' ? reply.headers['content-type'] : undefined
  return `${url} answered HTTP ${reply.kind === 'http' ? reply.status : '?'}${type === undefined ? '' : ` (${type})`}`
}
