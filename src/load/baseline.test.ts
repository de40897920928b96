import { describe, expect, it } from 'vitest'
import { AuthoringError } from '../errors.ts'
import { baselineText, loadBaseline } from './baseline.ts'
import { scratchFile } from './scratch-folder.fixture.ts'

const entry = { step: 'a/b/c', requirement: 'R-1', reason: 'is being mended', owner: 'team', expires: '2026-06-15' }

it('reads what it writes', async () => {
  const baseline = { scope: 'governance-agent@3.0', expected: [entry] }
  expect((await loadBaseline(await scratchFile(baselineText(baseline)))).value).toEqual(baseline)
})

it.each([
  ['a reason is empty', { ...entry, reason: ' ' }, 'reason is empty: say why this failure is accepted for now'],
  ['an owner is empty', { ...entry, owner: '' }, 'owner is empty: say who mends it'],
])('refuses a baseline in which %s, at its place', async (_, wrong, message) => {
  const file = await scratchFile(baselineText({ scope: 'x', expected: [wrong] }))
  await expect(loadBaseline(file)).rejects.toThrow(message)
})

it.each(['', 'scope: x\n', 'scope: x\nexpected: [{ step: a }]\n', 'scope: x\nexpected: []\nmore: 1\n'])(
  'refuses %j',
  async (text) => {
    await expect(loadBaseline(await scratchFile(text))).rejects.toThrow(AuthoringError)
  },
)

describe('the text of a baseline that is written again', () => {
  const other = { ...entry, step: 'd/e/f' }
  const text = `# Ours.
scope: x # the profile
expected:
  # Known since May.
  - step: a/b/c
    requirement: R-1
    reason: is being mended # see the ticket
    owner: team
    expires: 2026-06-15
  - { step: d/e/f, requirement: R-1, reason: is being mended, owner: team, expires: 2026-06-15 }
`

  it('stays as it was where nothing changed, with comments', () => {
    expect(baselineText({ scope: 'x', expected: [entry, other] }, text)).toBe(text)
  })

  it('keeps the comments of what stays, adds what is new, leaves out what is over', () => {
    const added = { step: 'g/h/i', status: 'failed' as const, reason: '', owner: '', expires: '2026-07-01' }
    const written = baselineText({ scope: 'x', expected: [entry, added] }, text)
    expect(written).toBe(
      text.replace(
        / {2}- \{.*\n/,
        '  - step: g/h/i\n    status: failed\n    reason: ""\n    owner: ""\n    expires: 2026-07-01\n',
      ),
    )
  })

  it('is made anew where parts of it stand for others, or it had none', () => {
    const aliased =
      'scope: x\nexpected:\n  - &one { step: s, reason: r, owner: &o us, expires: 2026-06-15 }\n  - *one\n'
    for (const before of [aliased, 'scope: x\nexpected: {}\n'])
      expect(baselineText({ scope: 'x', expected: [entry] }, before)).toBe(
        baselineText({ scope: 'x', expected: [entry] }),
      )
  })
})
