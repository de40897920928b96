import { describe, expect, it } from 'vitest'
import type { Profile } from '../model/requirement.ts'
import { loadProfile, profileDigest } from './profile.ts'
import { messageOf, scratchFile } from './scratch-folder.fixture.ts'

const profile: Profile = {
  id: 'governance-agent@3.0',
  title: 'Governance agent',
  role: 'governance_agent',
  adcp_version: '3.0',
  storyboards: ['a', 'b'],
  requirements: ['GOV-GA-001'],
}

describe('a profile', () => {
  it('is read as written', async () => {
    expect((await loadProfile(await scratchFile(JSON.stringify(profile)))).value).toEqual(profile)
  })
  it.each([
    [{ ...profile, requirement: [] }, '1:158  the profile has no key "requirement" in this format'],
    [
      { ...profile, role: 'sellers' },
      '1:57  role is "sellers", which is not one of "governance_agent", "seller", "buyer", "loop"; did you mean "seller"?',
    ],
    [{ ...profile, storyboards: [] }, '1:104  storyboards must not be empty'],
    [
      { ...profile, requirements: ['A', 'B', 'A'] },
      '1:128  requirements lists the same thing twice (items 0 and 2, counted from 0)',
    ],
    [{ ...profile, adcp_version: 3 }, '1:83  adcp_version must be text, not a number: put it in quotes, "3"'],
  ])('%#', async (wrong, message) => {
    const file = await scratchFile(JSON.stringify(wrong))
    expect(await messageOf(loadProfile(file), file)).toBe(message)
  })
})

describe('the digest of a profile', () => {
  it('is SHA-256 of its canonical JSON', () => {
    expect(profileDigest(profile)).toMatch(/^[0-9a-f]{64}$/)
  })
  it('does not change with its words or the order of its keys', () => {
    const { id, ...rest } = profile
    expect(profileDigest({ ...rest, id, title: 'Other words', description: 'More' })).toBe(profileDigest(profile))
  })
  it.each([
    { id: 'governance-agent@3.1' },
    { requirements: ['GOV-GA-002'] },
    { storyboards: ['b', 'a'] },
    { adcp_version: '3.1' },
  ])('changes with %j', (change) => {
    expect(profileDigest({ ...profile, ...change })).not.toBe(profileDigest(profile))
  })
})
