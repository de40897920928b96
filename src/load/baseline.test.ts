import { expect, it } from 'vitest'
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
