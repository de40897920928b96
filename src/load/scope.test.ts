import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { loadScope, type ScopeRequest } from './scope.ts'
import { scratchFolder } from './scratch-folder.fixture.ts'

const adcp = { line: '3.0', release: '3.0.6' } as const
const load = (request: ScopeRequest) => loadScope(request, { adcp })
const named = (...names: string[]) => load({ kind: 'storyboards', names })
const idsOf = (scope: Awaited<ReturnType<typeof load>>) => scope.boards.map(({ source }) => source.value.id)

async function refusal(request: ScopeRequest): Promise<string> {
  const error = await load(request).catch((reason: Error) => reason)
  expect(error).toBeInstanceOf(UsageError)
  return error instanceof Error ? error.message : ''
}

describe('storyboards by name', () => {
  it.each<[string, readonly string[]]>([
    ['governance_agent/denial', ['governance_agent/denial']],
    ['governance_spend_authority', ['governance_spend_authority']],
    ['official/governance_spend_authority', ['governance_spend_authority']],
    ['governance_spend_*', ['governance_spend_authority', 'governance_spend_authority/denied']],
    ['governance_agent/den???', ['governance_agent/denial']],
  ])('%s', async (name, ids) => {
    const scope = await named(name)
    expect(idsOf(scope).toSorted()).toEqual(ids)
    expect(scope.boards.map(({ selectedBy }) => selectedBy)).toEqual(ids.map(() => undefined))
    expect(scope.notSelected).toEqual([])
  })

  it('each runs once, however often it is named', async () => {
    expect(idsOf(await named('governance_agent/denial', 'governance_agent/deni*'))).toEqual(['governance_agent/denial'])
  })

  it('official ones bring the storyboards that they require, to be run beside them', async () => {
    const scope = await named('sales_guaranteed')
    expect(idsOf(scope)[0]).toBe('sales_guaranteed')
    const [, ...others] = scope.boards
    expect(others.length).toBeGreaterThan(0)
    expect(others.map(({ selectedBy }) => selectedBy)).toEqual(others.map(() => 'scenarios'))
    expect(scope.boards.flatMap(({ unresolved = [] }) => unresolved)).toEqual([])
  })

  it('a file that requires what is not there says what', async () => {
    const text =
      'id: x\nrequires_scenarios: [governance_spend_authority, nowhere/one]\nphases:\n  - {id: p, steps: [{id: s, task: t}]}\n'
    const folder = await scratchFolder({ 'x.yaml': text })
    const { boards } = await named(join(folder, 'x.yaml'))
    expect(boards.map(({ source, unresolved }) => [source.value.id, unresolved])).toEqual([
      ['x', ['nowhere/one']],
      ['governance_spend_authority', undefined],
    ])
  })

  it.each([
    [
      'governance_agent/denail',
      /no storyboard or file "governance_agent\/denail".*did you mean "governance_agent\/denial"/,
    ],
    ['nothing_*', /no storyboard has an id like nothing_\*/],
    ['governance_agent/denial/nowhere', /the storyboard governance_agent\/denial has no phase or step/],
    ['governance_agent/denial/register/sync_plann', /did you mean "governance_agent\/denial\/register\/sync_plan"/],
  ])('%s is refused', async (name, message) => {
    expect(await refusal({ kind: 'storyboards', names: [name] })).toMatch(message)
  })

  it('of another AdCP release is refused', async () => {
    const folder = await scratchFolder({
      'index.json': '{"adcp_version":"3.1.19","universal":[]}',
      'universal/a.yaml': 'id: x\nphases:\n  - {id: p, steps: [{id: s, task: t}]}\n',
    })
    expect(await refusal({ kind: 'storyboards', names: [join(folder, 'universal')] })).toMatch(
      /is a storyboard of AdCP 3\.1\.19, and this run grades by the schemas of 3\.0\.6: give --adcp-version 3\.1\.19$/,
    )
  })
})

describe('the address of a step', () => {
  it('runs its storyboard up to there, and says what was left out', async () => {
    const whole = (await named('governance_agent/denial')).boards[0]?.source.value.phases ?? []
    const scope = await named('governance_agent/denial/register/sync_plan')
    const phases = scope.boards[0]?.source.value.phases ?? []
    expect(phases.map(({ id, steps }) => [id, steps.map((step) => step.id)])).toEqual([['register', ['sync_plan']]])
    const rest = whole.reduce((sum, { steps }) => sum + steps.length, 0) - 1
    expect(scope.notSelected).toEqual([
      {
        storyboard: 'governance_agent/denial',
        reason: `only asked for up to governance_agent/denial/register/sync_plan: ${rest} steps after it left out`,
      },
    ])
    expect(scope.boards[0]?.source.locate(['phases', 0, 'steps', 0]).line).toBeGreaterThan(1)
  })

  it('is what the verdict then speaks of, and not the storyboard', async () => {
    const address = 'governance_agent/denial/register/sync_plan'
    expect((await named(address)).scope).toEqual({ kind: 'selection', storyboards: [address] })
  })

  it.each([
    [['governance_agent/denial', 'governance_agent/denial/register/sync_plan']],
    [['governance_agent/denial/register/sync_plan', 'governance_agent/denial']],
  ])('leaves nothing out of a storyboard that was asked for as a whole as well: %j', async (names) => {
    const scope = await load({ kind: 'storyboards', names })
    const whole = await named('governance_agent/denial')
    expect(scope.scope).toEqual(whole.scope)
    expect(scope.notSelected).toEqual([])
    expect(scope.boards[0]?.source.value.phases).toEqual(whole.boards[0]?.source.value.phases)
  })

  it('of a phase takes the whole phase', async () => {
    const scope = await named('governance_agent/denial/register')
    expect(scope.boards[0]?.source.value.phases.map(({ id }) => id)).toEqual(['register'])
  })
})

describe('tags', () => {
  it('take what has such a track, category, protocol or place in the suite', async () => {
    const scope = await load({ kind: 'storyboards', names: [], tags: ['Brand_Rights'] })
    expect(idsOf(scope)).toContain('brand_rights')
    expect(idsOf(scope)).not.toContain('governance_agent/denial')
    expect(scope.notSelected).toContainEqual({
      storyboard: 'governance_agent/denial',
      reason: 'not tagged Brand_Rights',
    })
  })

  it('narrow what was named', async () => {
    const scope = await load({ kind: 'storyboards', names: ['governance_*', 'brand_*'], tags: ['brand-rights'] })
    expect(idsOf(scope).every((id) => id.startsWith('brand_rights'))).toBe(true)
  })

  it('that none carries are refused with the nearest', async () => {
    expect(await refusal({ kind: 'storyboards', names: [], tags: ['signal'] })).toMatch(/did you mean "signals"/)
  })
})

describe('suites', () => {
  it('official: all storyboards of the release, to be selected by claims', async () => {
    const { scope, boards, requirements, families } = await load({ kind: 'suite', id: 'official' })
    expect(scope).toMatchObject({ kind: 'suite', id: 'official@3.0.6', title: 'Official storyboards of AdCP 3.0.6' })
    expect(boards).toHaveLength(62)
    expect(new Set(boards.map(({ selectedBy }) => selectedBy))).toEqual(new Set(['claims']))
    expect(boards.flatMap(({ unresolved = [] }) => unresolved)).toEqual([])
    expect(requirements).toEqual([])
    expect(families).toHaveLength(62)
  })

  it('all: those of the profile, whatever is claimed, and the official ones', async () => {
    const { scope, boards, requirements } = await load({
      kind: 'suite',
      id: 'all',
      profile: 'governance-agent-core@3.0',
    })
    expect(scope).toMatchObject({ kind: 'suite', id: 'all@3.0.6' })
    expect(boards.filter(({ selectedBy }) => selectedBy === undefined).length).toBeGreaterThan(20)
    expect(boards.filter(({ selectedBy }) => selectedBy === 'claims')).toHaveLength(62)
    expect(requirements.length).toBeGreaterThan(50)
  })

  it('are refused when the release has no storyboards here', async () => {
    await expect(
      loadScope({ kind: 'suite', id: 'official' }, { adcp: { line: '3.1', release: '3.1.19' } }),
    ).rejects.toThrow(
      'the official storyboards of AdCP 3.1.19 are not at hand. Install its bundle: adcp-gov-comply bundle add https://adcontextprotocol.org/protocol/3.1.19.tgz',
    )
  })
})
