import { describe, expect, it } from 'vitest'
import type { Manifest } from '../evidence/manifest.ts'
import type { Settled } from '../evidence/play-run.ts'
import { amiss, badgeOf, badgeSvg, shieldsEndpoint } from './badge.ts'

const profile = 'governance-agent@3.0'
const run = {
  id: 'r',
  started_at: '2026-06-15T12:00:00.000Z',
  finished_at: '2026-06-15T12:01:00.000Z',
  verdict: 'conformant',
  scope: { kind: 'profile', id: profile, title: 'All', digest: 'd' },
}
const sound = { settled: [], unpublished: [] }

function bundle(parts: object, more: object = {}): { readonly manifest: Manifest } {
  const manifest = { tool: { name: 'adcp-gov-comply', version: '1.2.3' }, manner: {}, stage: {}, ...more }
  return { manifest: { ...manifest, run: { ...run, ...parts } } as unknown as Manifest }
}

const settled = (check: string) =>
  [{ step: 'a/b/c', index: 0, result: { check, outcome: { status: 'passed' } } }] as unknown as readonly Settled[]

describe('a badge', () => {
  it('names profile, verdict, version and day', () => {
    const message = `${profile} · conformant · 1.2.3 · 2026-06-15`
    const badge = badgeOf(bundle({}), sound)
    expect(badge).toEqual({ label: 'AdCP governance', message, color: 'brightgreen' })
    expect(JSON.parse(shieldsEndpoint(badge))).toEqual({ schemaVersion: 1, ...badge })
    expect(badgeSvg(badge)).toContain(`>${message}</text>`)
  })

  it.each([
    ['nonconformant', bundle({ verdict: 'nonconformant' }), sound, 'red', 'the verdict of the run is nonconformant'],
    ['incomplete', bundle({ verdict: 'incomplete' }), sound, 'lightgrey', 'the verdict of the run is incomplete'],
    ['void', bundle({ verdict: 'error' }), sound, 'lightgrey', 'the verdict of the run is error'],
    [
      'of storyboards that somebody chose',
      bundle({ scope: { kind: 'selection', storyboards: ['a'] } }),
      sound,
      'lightgrey',
      'the run is not of a profile',
    ],
    [
      'stopped',
      bundle({}, { stage: { stopped: { at: 'x', reason: 'SIGINT' } } }),
      sound,
      'lightgrey',
      'the run was ended before it had finished',
    ],
    [
      'with a test kit of its own',
      bundle({}, { manner: { test_kit: 'mine.yaml' } }),
      sound,
      'lightgrey',
      'the run had a test kit of its own',
    ],
    [
      'by storyboards of its own',
      bundle({}),
      { ...sound, unpublished: ['the bundle has other storyboards than this release publishes'] },
      'lightgrey',
      'the bundle has other storyboards than this release publishes',
    ],
    [
      'with outcomes that are taken on trust',
      bundle({}),
      { ...sound, settled: settled('field_value') },
      'lightgrey',
      'field_value in a/b/c cannot be re-derived',
    ],
  ] as const)('is not green for a run that was %s, and says why', (_, given, found, color, why) => {
    expect(badgeOf(given, found).color).toBe(color)
    expect(amiss(given, found)).toEqual([why])
  })

  it('is green where only signatures of tokens, which are hidden, are taken on trust', () => {
    expect(badgeOf(bundle({}), { ...sound, settled: settled('gov_token_signature') }).color).toBe('brightgreen')
  })

  it('keeps what it names from being markup', () => {
    const hostile = bundle({ scope: { kind: 'profile', id: '<script>"&\u202e', title: '', digest: '' } })
    expect(badgeSvg(badgeOf(hostile, sound))).toContain('aria-label="AdCP governance: ?script???? · conformant')
  })
})
