import { describe, expect, it } from 'vitest'
import { loadStoryboards, shippedProfiles, shippedRequirements, shippedStoryboards } from '../load/index.ts'
import type { Located } from '../model/located.ts'
import type { Requirement } from '../model/requirement.ts'
import type { Step, Storyboard } from '../model/storyboard.ts'
import { forLine, isInForce, scopeAtLine } from './version-limits.ts'

const old: Step = { id: 'old', task: 't', versions: ['3.0'] }
const always: Step = {
  id: 'always',
  task: 't',
  validations: [{ check: 'a', versions: ['3.1'] }, { check: 'b' }, { check: 'c', versions: ['3.0', '3.1'] }],
}
const bare: Step = { id: 'bare', task: 't' }

function located(steps: readonly Step[], asked: string[] = []): Located<Storyboard> {
  return {
    value: { id: 'board', phases: [{ id: 'p', steps }] },
    file: 'x.yaml',
    locate: (path) => ({ line: asked.push(path.join('/')), column: 1 }),
  }
}

const idsAt = (line: string, ...steps: Step[]) =>
  forLine(located(steps), line).value.phases[0]?.steps.map(({ id, validations }) => [
    id,
    validations?.map(({ check }) => check),
  ])

describe('a storyboard at a line', () => {
  it('keeps what is limited to it, and what is not limited', () => {
    expect(idsAt('3.0', old, always, bare)).toEqual([
      ['old', undefined],
      ['always', ['b', 'c']],
      ['bare', undefined],
    ])
    expect(idsAt('3.1', old, always, bare)).toEqual([
      ['always', ['a', 'b', 'c']],
      ['bare', undefined],
    ])
  })

  it('is itself when nothing in it is limited', () => {
    const source = located([bare])
    expect(forLine(source, '3.0')).toBe(source)
  })

  it.each([
    ['3.1', ['phases', 0, 'steps', 0], 'phases/0/steps/1'],
    ['3.1', ['phases', 0, 'steps', 1, 'task'], 'phases/0/steps/2/task'],
    ['3.0', ['phases', 0, 'steps', 1, 'validations', 0, 'check'], 'phases/0/steps/1/validations/1/check'],
    ['3.0', ['phases', 0, 'id'], 'phases/0/id'],
    ['3.0', ['title'], 'title'],
    ['3.0', ['phases', 7, 'steps', 0], 'phases/7/steps/0'],
    ['3.0', [], ''],
  ])('at %s, %j stands where it was written', (line, path, written) => {
    const asked: string[] = []
    forLine(located([old, always, bare], asked), line).locate(path)
    expect(asked).toEqual([written])
  })
})

describe('a scope at a line', () => {
  const demand = (id: string, ...versions: string[]): readonly [string, Requirement] => [
    id,
    { id, role: 'governance_agent', level: 'MUST', statement: id, source: id, versions, observe: [] },
  ]
  const catalogue = new Map([demand('new', '3.1'), demand('all', '3.0', '3.1')])

  it('asks for no requirement that is not in force, and for those it does not know', () => {
    const scope = { boards: [{ source: located([old]), kit: 'kit' }], requirements: ['all', 'new', 'other'], catalogue }
    expect(scopeAtLine(scope, '3.0').requirements).toEqual(['all', 'other'])
    const at31 = scopeAtLine(scope, '3.1')
    expect(at31.requirements).toEqual(['all', 'new', 'other'])
    expect(at31.boards[0]?.kit).toBe('kit')
    expect(at31.boards[0]?.source.value.phases).toEqual([{ id: 'p', steps: [] }])
  })
})

describe('what is shipped', async () => {
  const requirements = new Map((await shippedRequirements()).map((one) => [one.id, one]))
  const boards = (await Promise.all((await shippedStoryboards()).map(loadStoryboards))).flat()

  it.each(['3.0', '3.1'])('grades at %s nothing that is not in force there', (line) => {
    const idle = boards.flatMap((board) =>
      forLine(board, line).value.phases.flatMap(({ steps }) =>
        steps.flatMap(({ id, validations = [] }) =>
          validations
            .filter(({ requirements: ids = [] }) => ids.length > 0 && !ids.some((one) => inForceAt(one, line)))
            .map(({ check }) => `${board.value.id}/${id} ${check}`),
        ),
      ),
    )
    expect(idle).toEqual([])
  })

  it('has profiles of requirements that are in force', async () => {
    const idle = (await shippedProfiles()).flatMap(({ value: { id, adcp_version, requirements: ids } }) =>
      ids.filter((one) => !inForceAt(one, adcp_version)).map((one) => `${id} ${one}`),
    )
    expect(idle).toEqual([])
  })

  function inForceAt(id: string, line: string): boolean {
    return isInForce(requirements.get(id) ?? { versions: [] }, line)
  }
})
