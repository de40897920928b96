import { expect, it } from 'vitest'
import type { NotSelected } from '../model/plan.ts'
import type { LoadedBoard } from '../model/suite.ts'
import { agentWith, boardOf } from './gating.fixture.ts'
import { selectScope } from './select-scope.ts'

const universal: LoadedBoard = boardOf({ id: 'u' }, { family: { kind: 'universal' }, selectedBy: 'claims' })
const buying = boardOf(
  { id: 'm', requires_scenarios: ['scenario'] },
  { family: { kind: 'protocol', id: 'media-buy' }, selectedBy: 'claims' },
)
const scenario = boardOf({ id: 'scenario', requires_scenarios: ['deeper', 'u'] }, { selectedBy: 'scenarios' })
const deeper = boardOf({ id: 'deeper' }, { selectedBy: 'scenarios' })
const special = boardOf({ id: 's' }, { family: { kind: 'specialism', id: 'brand-rights' }, selectedBy: 'claims' })
const named = boardOf({ id: 'n' })
const boards = [universal, buying, scenario, deeper, special, named]
const families = [{ kind: 'protocol', id: 'media-buy' } as const, { kind: 'universal' } as const]

const none: readonly NotSelected[] = []
const idsOf = (some: readonly LoadedBoard[]) => some.map(({ source }) => source.value.id)

it('takes what is universal, what is claimed with all it requires, and what was asked for', () => {
  const { boards: selected, notSelected } = selectScope(
    { boards, notSelected: [{ storyboard: 'x', reason: 'y' }] },
    agentWith({ supportedProtocols: ['media_buy'] }),
  )
  expect(idsOf(selected)).toEqual(['u', 'm', 'scenario', 'deeper', 'n'])
  expect(notSelected).toEqual([
    { storyboard: 'x', reason: 'y' },
    { storyboard: 's', reason: 'for the specialism brand-rights, which the agent does not claim' },
  ])
})

it('leaves out a placeholder that has no phases yet', () => {
  const empty = boardOf(
    { id: 'e', version: '0.1.0', phases: [] },
    { family: { kind: 'universal' }, selectedBy: 'claims' },
  )
  expect(selectScope({ boards: [empty], notSelected: none }, agentWith())).toEqual({
    boards: [],
    notSelected: [{ storyboard: 'e', reason: 'no_phases: e 0.1.0 is a placeholder without steps' }],
  })
})

it('leaves out what nobody claims or requires', () => {
  const { boards: selected, notSelected } = selectScope(
    { boards, notSelected: none },
    agentWith({ supportedProtocols: [] }),
  )
  expect(idsOf(selected)).toEqual(['u', 'n'])
  expect(notSelected.find(({ storyboard }) => storyboard === 'deeper')?.reason).toBe(
    'no storyboard of this run requires it',
  )
})

it('does not guess the claims of an agent without valid capabilities', () => {
  const { capabilities: _, ...silent } = agentWith({ supportedProtocols: [] })
  const { boards: selected, notSelected } = selectScope({ boards, notSelected: none }, silent)
  expect(idsOf(selected)).toEqual(['u', 'n'])
  expect(notSelected.find(({ storyboard }) => storyboard === 'm')?.reason).toMatch(/without a valid capability reply/)
})

it('lists claims that the suite has nothing for', () => {
  const agent = agentWith({ supportedProtocols: ['media_buy', 'telepathy'], specialisms: ['brand_rights'] })
  expect(selectScope({ boards: [universal], notSelected: none, families }, agent).notSelected).toEqual([
    { storyboard: 'protocol telepathy', reason: 'claimed by the agent; this suite has no storyboard for it' },
    { storyboard: 'specialism brand-rights', reason: 'claimed by the agent; this suite has no storyboard for it' },
  ])
})
