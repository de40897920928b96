import { describe, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { LoadedBoard } from '../model/suite.ts'
import { checkAgentNames } from './agent-names.ts'

const at = (url: string) => ({ url, credentials: {} })
const board = (...agents: readonly (string | undefined)[]): LoadedBoard => {
  const steps = agents.map((agent, index) => ({ id: `s${index}`, task: 'get_products', ...(agent && { agent }) }))
  const value = { id: 'b', default_agent: 'sales', phases: [{ id: 'p', steps }] } as unknown as Storyboard
  return { source: { value, file: 'b.yaml' } } as unknown as LoadedBoard
}
const loop = board('sales', 'governance')

describe('agents of a run that storyboards name', () => {
  it.each([
    ['are there', [loop], { sales: at('https://s.example'), governance: at('https://g.example') }],
    [
      'are there for one of them',
      [loop, board('sales')],
      { sales: at('https://s.example'), x: at('https://x.example') },
    ],
    ['need not be named in a run against one agent', [loop], undefined],
    ['are none', [], { x: at('https://x.example') }],
  ])('%s', (_what, boards, agents) => {
    expect(() => checkAgentNames(boards, agents)).not.toThrow()
  })

  it('may have another name here, which is told', () => {
    const agents = { seller: at('https://s.example/mcp'), governance: at('https://g.example/mcp') }
    expect(() => checkAgentNames([loop, loop], agents)).toThrow(
      new UsageError(
        'the storyboards speak to agents called governance, sales, and this run has none called sales; did you mean --agent sales=https://s.example/mcp, which is called seller here?',
      ),
    )
  })

  it('are all told when several are missing', () => {
    expect(() => checkAgentNames([loop], { a: at('https://a.example'), b: at('https://b.example') })).toThrow(
      'this run has none called governance, sales: name each with --agent governance=<url>',
    )
  })
})
