import { describe, expect, it } from 'vitest'
import { agentWords } from './agent-words.ts'
import type { Connection } from './connection.ts'

const ids = { uuid: () => 'made-up', opaque: () => '' }

function connection(url: string, more: Partial<Connection> = {}): Connection {
  const never = () => Promise.reject(new Error('nothing is asked'))
  return { url, principals: new Set(), secrets: [], probe: never, open: never, keys: never, ...more }
}

function pair(governance: Partial<Connection> = {}): Connection {
  const sales = connection('https://sales.example/mcp')
  const agents = new Map([
    ['sales', sales],
    ['governance', connection('https://governance.example/mcp', governance)],
  ])
  return { ...sales, agents }
}

const addresses = {
  'agent_url:sales': 'https://sales.example/mcp',
  'agent_url:governance': 'https://governance.example/mcp',
}

describe('what samples can name in a run against several agents', () => {
  it('nothing more in a run against one', () => {
    expect(agentWords(connection('https://agent.example/mcp'), { ids })).toEqual({ words: {} })
  })

  it('the addresses, and the token of the seller at whichever agent has one', () => {
    const tokenOf = (name: string) => (name === 'seller' ? 'seller-token' : undefined)
    expect(agentWords(pair({ tokenOf }), { ids })).toEqual({
      words: { ...addresses, governance_credential: 'seller-token' },
      secret: 'seller-token',
    })
  })

  it('a credential that is made up, long enough to be registered, where nobody gave one', () => {
    expect(agentWords(pair({ tokenOf: () => undefined }), { ids })).toEqual({
      words: { ...addresses, governance_credential: 'made-upmade-up' },
      secret: 'made-upmade-up',
    })
  })

  it('the credential of the record in a run that is played again', () => {
    const staging = { sellerCredential: () => 'recorded' }
    expect(agentWords(pair(), { ids, staging })).toEqual({
      words: { ...addresses, governance_credential: 'recorded' },
      secret: 'recorded',
    })
  })
})
