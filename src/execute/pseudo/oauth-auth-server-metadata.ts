import type { Exchange } from '../../model/exchange.ts'
import type { StepSetting } from '../step-setting.ts'
import { objectIn, plainExchange } from './plain-exchange.ts'
import { blockedBy, notApplicable, type PseudoTask } from './pseudo-task.ts'

/** Fetches the metadata of the first authorization server that the agent names (RFC 8414); the storyboard's own checks grade it. */
export const oauthAuthServerMetadata: PseudoTask = {
  task: 'oauth_auth_server_metadata',
  async perform(_planned, setting) {
    const { run } = setting
    if (!run.probes) return blockedBy('unsupported', 'this run fetches nothing beside its agent')
    const issuer = issuerNamed(setting)
    if (issuer === undefined && publishesNone(setting))
      return notApplicable('not_applicable', 'the agent publishes no protected-resource metadata')
    if (issuer === undefined)
      return blockedBy('prerequisite_failed', 'no protected-resource metadata named an authorization server')
    let last: Exchange | undefined
    for (const url of metadataUrls(issuer)) {
      const { exchange, answer } = await plainExchange('oauth_auth_server_metadata', { url }, run, run.probes)
      last = exchange
      if ('problem' in answer)
        return blockedBy('unsupported', `${url} was not asked, or did not answer: ${answer.problem}`)
      if (answer.status === 200) break
    }
    return { kind: 'performed', found: [], ...(last && { exchange: last }) }
  },
}

function publishesNone({ state }: StepSetting): boolean {
  const asked = state.board.steps.filter(({ task }) => task === 'protected_resource_metadata')
  return asked.some(({ address }) => state.verdictOf(address)?.status === 'not_applicable')
}

function issuerNamed({ state }: StepSetting): string | undefined {
  for (const { task, step } of state.board.steps) {
    const exchange = task === 'protected_resource_metadata' ? state.earlier(step.id) : undefined
    const servers = exchange && objectIn(exchange)?.authorization_servers
    const [first] = Array.isArray(servers) ? servers : []
    if (typeof first === 'string' && URL.canParse(first)) return first
  }
  return undefined
}

/** RFC 8414 puts the path of the issuer after the well-known segment; many append the segment to the issuer instead. */
function metadataUrls(issuer: string): readonly string[] {
  const { origin, pathname } = new URL(issuer)
  const path = pathname.replace(/\/+$/, '')
  const segment = '/.well-known/oauth-authorization-server'
  return [...new Set([`${origin}${segment}${path}`, `${origin}${path}${segment}`])]
}
