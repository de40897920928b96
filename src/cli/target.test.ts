import { describe, expect, it } from 'vitest'
import { KnownAgents } from '../config/known-agents.ts'
import { loadConfig } from '../load/config.ts'
import { scratchFolder } from '../load/scratch-folder.fixture.ts'
import type { FlagCredentials } from './credentials.ts'
import { findTarget, type TargetSetting } from './target.ts'

interface Given extends Partial<Omit<TargetSetting, 'known' | 'warn' | 'flags' | 'given' | 'configured'>> {
  readonly flags?: Partial<TargetSetting['flags']>
  readonly given?: Partial<FlagCredentials>
  readonly config?: string
  readonly aliases?: object
}

const secrets = { SELLER: 'seller-token', A: 'a-token', TOP: 'top-token' }

async function found({ config, aliases, flags, given, ...setting }: Given) {
  const home = await scratchFolder({
    ...(aliases && { '.adcp/config.json': JSON.stringify({ agents: aliases }) }),
    ...(config !== undefined && { 'c.yaml': config }),
  })
  const file = config === undefined ? undefined : await loadConfig(`${home}/c.yaml`)
  const warnings: string[] = []
  const target = await findTarget({
    word: undefined,
    configured: file?.value.agent,
    fallback: undefined,
    commands: ['list', 'run'],
    ...setting,
    flags: { protocol: 'auto', ...flags },
    given: { headers: {}, principals: {}, ...given },
    known: new KnownAgents(file, { ...secrets, HOME: home }, { now: Date.now }),
    warn: (sentence) => warnings.push(sentence),
  })
  return { target, warnings }
}

const url = 'https://a.example/mcp'
const aliases = { mine: { url, protocol: 'a2a', auth_token: 'alias-token' } }

describe('one agent', () => {
  it('is a URL, before any name', async () => {
    const { target } = await found({ word: url, aliases, config: `agents: { other: { url: "https://o.example" } }` })
    expect(target).toEqual({ url, credentials: {} })
  })

  it('is an alias of the official command line, with its token', async () => {
    const { target } = await found({ word: 'mine', aliases })
    expect(target).toEqual({ url, protocol: 'a2a', credentials: { token: 'alias-token' } })
  })

  it('is an agent of the configuration file, before an alias', async () => {
    const config = 'agents:\n  mine: { url: "https://m.example", auth: { bearer: { env: A } } }\n'
    const { target } = await found({ word: 'mine', aliases, config })
    expect(target).toEqual({ url: 'https://m.example/', credentials: { token: 'a-token' } })
  })

  it('is the one that the file names when nothing is typed', async () => {
    const config = `agent: ${url}\nauth: { bearer: { env: TOP } }\nprincipals: { seller: { bearer: { env: SELLER } } }\n`
    const { target } = await found({ config })
    expect(target).toEqual({
      url,
      credentials: { token: 'top-token', principals: { seller: { token: 'seller-token' } } },
    })
  })

  it('speaks what is typed, before what is saved', async () => {
    expect((await found({ word: 'mine', aliases, flags: { protocol: 'mcp' } })).target.protocol).toBe('mcp')
  })
})

describe('the credentials of one agent', () => {
  const config = `agent: ${url}\nauth: { bearer: { env: TOP } }\nprincipals: { seller: { bearer: { env: SELLER } } }\n`

  it.each<[string, Given, object]>([
    [
      'what is typed',
      { word: 'mine', aliases, config, given: { login: { token: 'typed' } }, fallback: 'f' },
      { token: 'typed' },
    ],
    ['what stands with the agent', { word: 'mine', aliases, config, fallback: 'f' }, { token: 'alias-token' }],
    ['what stands at the top of the file', { config, fallback: 'f' }, { token: 'top-token' }],
    ['the token for everyone', { word: url, fallback: 'f' }, { token: 'f' }],
    ['none, when the file says so', { config: `agent: ${url}\nauth: {}\n`, fallback: 'f' }, {}],
  ])('are %s', async (_, given, login) => {
    const { principals, ...credentials } = (await found(given)).target.credentials
    expect(credentials).toEqual(login)
  })

  it('take further headers and principals as they are typed', async () => {
    const given = { headers: { 'X-T': 't' }, principals: { seller: { token: 'typed' } } }
    expect((await found({ config, given })).target.credentials).toEqual({
      token: 'top-token',
      headers: { 'X-T': 't' },
      principals: { seller: { token: 'typed' } },
    })
  })

  it('of the agent that the file names go to no other site, and that is said', async () => {
    const { target, warnings } = await found({ word: 'https://other.example/mcp', config })
    expect(target).toEqual({ url: 'https://other.example/mcp', credentials: {} })
    expect(warnings).toEqual([
      'the credentials at the top of the configuration file are for a.example; other.example gets none of them.',
    ])
    expect((await found({ word: 'https://a.example/other', config })).target.credentials.token).toBe('top-token')
  })
})

describe('several agents', () => {
  const config = `
auth: { bearer: { env: TOP } }
principals: { seller: { bearer: { env: SELLER } } }
agents:
  sales: { url: https://s.example/mcp }
  brand: { url: https://s.example/brand, protocol: a2a }
  other: { url: https://o.example/mcp, auth: { bearer: { env: A } } }
`
  const top = { token: 'top-token', principals: { seller: { token: 'seller-token' } } }

  it('are those of the file when none is named; the run’s credentials stay on the site of the one in front', async () => {
    const { target, warnings } = await found({ config })
    expect(target).toEqual({
      url: 'https://s.example/mcp',
      credentials: top,
      agents: {
        sales: { url: 'https://s.example/mcp', credentials: top },
        brand: { url: 'https://s.example/brand', protocol: 'a2a', credentials: top },
        other: { url: 'https://o.example/mcp', credentials: { token: 'a-token' } },
      },
    })
    expect(warnings).toEqual([])
  })

  it('are those that are typed, each let in as the principal of its key', async () => {
    const { target, warnings } = await found({
      flags: { agent: ['sales=https://s.example/mcp', 'gov=mine', 'third=https://t.example/mcp'], defaultAgent: 'gov' },
      aliases,
      fallback: 'f',
      given: { principals: { third: { token: 'third-token' } } },
    })
    expect(target.url).toBe(url)
    expect(target.defaultAgent).toBe('gov')
    expect(target.agents).toMatchObject({
      sales: { url: 'https://s.example/mcp', credentials: {} },
      gov: { url, protocol: 'a2a', credentials: { token: 'alias-token' } },
      third: { url: 'https://t.example/mcp', credentials: { token: 'third-token' } },
    })
    expect(warnings).toEqual([
      'the agent sales has no credentials of its own, and those of the run are not sent to s.example: give it some with --principal sales=VARIABLE.',
    ])
  })

  it('keep what the file says of an agent only while it stays on its site', async () => {
    const { target } = await found({
      config,
      flags: { agent: ['other=https://o.example/v2', 'brand=https://b.example'] },
    })
    expect(target.agents).toMatchObject({
      other: { url: 'https://o.example/v2', credentials: { token: 'a-token' } },
      brand: { url: 'https://b.example/', credentials: {} },
    })
    expect(Object.keys(target.agents ?? {})).toEqual(['sales', 'brand', 'other'])
  })
})

describe('what is not understood is told with what is near', () => {
  it.each<[Given, string]>([
    [
      {},
      'no agent is named. Give its URL, an alias of the official command line, --agent key=url, or "agent:" in adcp-gov-comply.yaml',
    ],
    [{ word: 'lst' }, '"lst" is neither a URL nor a command; did you mean "list"?'],
    [
      { word: 'mien', aliases },
      '"mien" is neither a URL nor an agent that is known; there are mine; did you mean "mine"?',
    ],
    [{ word: 'nonsense' }, '"nonsense" is not a URL: write it in full, like https://agent.example/mcp'],
    [
      { word: 'localhost:3000/mcp' },
      '"localhost:3000/mcp" is not a whole URL; did you mean "http://localhost:3000/mcp"?',
    ],
    [{ word: 'toString', aliases }, '"toString" is neither a URL nor an agent that is known'],
    [{ word: url, flags: { agent: [`a=${url}`] } }, 'give either one agent, or several with --agent, not both'],
    [{ flags: { agent: ['https://a.example/x=y'] } }, '--agent needs key=url, such as sales=https://sales.example/mcp'],
    [{ flags: { agent: ['a=nowhere'] } }, '"nowhere" is not a URL'],
    [
      { word: url, flags: { defaultAgent: 'a' } },
      '--default-agent is for a run against several agents: name them with --agent',
    ],
  ])('%o', async (given, message) => {
    await expect(found(given)).rejects.toThrow(message)
  })
})
