import { describe, expect, it } from 'vitest'
import { loadStoryboards, shippedRequirements, shippedStoryboards } from '../load/index.ts'
import type { Profile, Requirement } from '../model/requirement.ts'
import type { Storyboard, Validation } from '../model/storyboard.ts'
import { faults } from '../reference/faults/index.ts'
import { coverage } from './coverage.ts'
import { coverageCounts } from './coverage-counts.ts'

const demand = (id: string, more: Partial<Requirement> = {}): Requirement => ({
  id,
  role: 'governance_agent',
  level: 'MUST',
  statement: `${id} holds.`,
  source: 'specification',
  versions: ['3.0', '3.1'],
  observe: ['single_call'],
  ...more,
})
const board = (id: string, ...validations: Validation[]): Storyboard => ({
  id,
  phases: [{ id: 'p', steps: [{ id: 's', task: 'check_governance', validations }] }],
})
const graded = (id: string, more: Partial<Validation> = {}): Validation => ({
  check: 'field_present',
  requirements: [id],
  ...more,
})
const asked = { version: '3.0', role: 'governance_agent' } as const
const statusesOf = (sources: Parameters<typeof coverage>[0], question: Parameters<typeof coverage>[1] = asked) =>
  Object.fromEntries(coverage(sources, question).map(({ id, status }) => [id, status]))

describe('coverage', () => {
  it('tells what grades a requirement and what proves it', () => {
    const sources = {
      requirements: [demand('A')],
      storyboards: [
        board('one', graded('A', { severity: 'advisory' }), graded('A')),
        board('two', graded('A', { severity: 'advisory' })),
        board('three', graded('B')),
      ],
      faults: [
        { id: 'lies', requirement: 'A' },
        { id: 'sleeps', requirement: 'B' },
      ],
    }
    expect(coverage(sources, asked)).toEqual([
      {
        id: 'A',
        level: 'MUST',
        statement: 'A holds.',
        observe: ['single_call'],
        required: ['one/p/s'],
        advisory: ['two/p/s'],
        faults: ['lies'],
        status: 'proven',
      },
    ])
  })

  it('knows what is missing', () => {
    const sources = {
      requirements: [
        demand('proven'),
        demand('unproven'),
        demand('ungraded'),
        demand('hidden', { observe: ['not_black_box'] }),
        demand('explained', { unseen: 'Nobody looks inside.' }),
        demand('seen after all', { unseen: 'Nobody looks inside.' }),
      ],
      storyboards: [board('b', graded('proven'), graded('unproven'), graded('seen after all'))],
      faults: ['proven', 'ungraded', 'seen after all'].map((id) => ({ id: `breaks ${id}`, requirement: id })),
    }
    expect(statusesOf(sources)).toEqual({
      proven: 'proven',
      unproven: 'graded_without_fault',
      ungraded: 'not_graded',
      hidden: 'cannot_be_seen',
      explained: 'cannot_be_seen',
      'seen after all': 'proven',
    })
    expect(coverageCounts(coverage(sources, asked))).toEqual({
      in_force: 6,
      observable: 4,
      proven: 2,
      graded_without_fault: 1,
      not_graded: 1,
      cannot_be_seen: 2,
    })
  })

  it('asks only for what is in force, of this role, in this profile', () => {
    const sources = {
      requirements: [demand('old', { versions: ['3.0'] }), demand('new', { versions: ['3.1'] }), demand('both')],
      storyboards: [board('in', graded('both')), board('out', graded('old'))],
      faults: [],
    }
    const profile: Profile = {
      id: 'p@3.0',
      title: 'P',
      role: 'governance_agent',
      adcp_version: '3.0',
      storyboards: ['in'],
      requirements: ['old', 'both'],
    }
    expect(Object.keys(statusesOf(sources, { ...asked, version: '3.1' }))).toEqual(['new', 'both'])
    expect(statusesOf(sources, { ...asked, role: 'seller' })).toEqual({})
    expect(statusesOf(sources, { ...asked, profile })).toEqual({ old: 'not_graded', both: 'graded_without_fault' })
  })

  it('does not count what is limited to another version', () => {
    const limited = (id: string, ...versions: string[]) => {
      const one = board(id, graded('A'))
      return { ...one, phases: one.phases.map((p) => ({ ...p, steps: p.steps.map((s) => ({ ...s, versions })) })) }
    }
    const sources = {
      requirements: [demand('A'), demand('B')],
      storyboards: [
        board('both', graded('A', { severity: 'advisory' }), graded('A', { versions: ['3.1'] })),
        board('new', graded('B', { versions: ['3.1'] })),
        limited('step', '3.0'),
      ],
      faults: [{ id: 'f', requirement: 'B' }],
    }
    const gradedAt = (version: string) =>
      coverage(sources, { ...asked, version }).map(({ id, required, advisory, status }) => [
        id,
        required,
        advisory,
        status,
      ])
    expect(gradedAt('3.0')).toEqual([
      ['A', ['step/p/s'], ['both/p/s'], 'graded_without_fault'],
      ['B', [], [], 'not_graded'],
    ])
    expect(gradedAt('3.1')).toEqual([
      ['A', ['both/p/s'], [], 'graded_without_fault'],
      ['B', ['new/p/s'], [], 'proven'],
    ])
  })

  it('of nothing is nothing', () => {
    expect(coverage({ requirements: [], storyboards: [], faults: [] }, asked)).toEqual([])
  })
})

const shipped = {
  requirements: await shippedRequirements(),
  storyboards: (await Promise.all((await shippedStoryboards()).map(loadStoryboards))).flat().map(({ value }) => value),
  faults,
}

describe.each(['3.0', '3.1'])('every requirement on governance agents that can be seen at %s', (version) => {
  const rows = coverage(shipped, { ...asked, version })
  const ids = (status: string) => rows.filter((row) => row.status === status).map(({ id }) => id)

  it('is in force in it', () => {
    const inForce = shipped.requirements.filter(
      ({ versions, role }) => versions.includes(version) && role === asked.role,
    )
    expect(rows.map(({ id }) => id)).toEqual(inForce.map(({ id }) => id))
    expect(rows.length).toBeGreaterThan(100)
  })

  it('is graded by a storyboard', () => expect(ids('not_graded')).toEqual([]))
  it('is proven by a fault', () => expect(ids('graded_without_fault')).toEqual([]))
  it('or says why it cannot be seen', () => {
    expect(rows.filter(({ status, unseen }) => status === 'cannot_be_seen' && !unseen)).toEqual([])
  })
})
