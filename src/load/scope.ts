import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Located } from '../model/located.ts'
import type { NotSelected } from '../model/plan.ts'
import type { Profile, Requirement } from '../model/requirement.ts'
import type { RunScope } from '../model/run-report.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { TestKit } from '../model/test-kit.ts'
import { didYouMean } from './did-you-mean.ts'
import { requireKitValues } from './kit-gaps.ts'
import { packageRoot } from './package-root.ts'
import { profileDigest } from './profile.ts'
import { resolveTestKit } from './resolve-test-kit.ts'
import { shippedProfiles, shippedRequirements, shippedStoryboards } from './shipped.ts'
import { loadStoryboard } from './storyboard.ts'
import { loadTestKit } from './test-kit.ts'

/** What a run is about: a published profile, or storyboards by id or file. */
export type ScopeRequest =
  | { readonly kind: 'profile'; readonly id: string }
  | { readonly kind: 'storyboards'; readonly names: readonly string[] }

export interface LoadedScope {
  readonly scope: RunScope
  readonly boards: readonly { readonly source: Located<Storyboard>; readonly kit: Located<TestKit> | undefined }[]
  /** Every requirement that must be accounted for. */
  readonly requirements: readonly string[]
  readonly catalogue: ReadonlyMap<string, Requirement>
  readonly notSelected: readonly NotSelected[]
}

/**
 * Loads all that a run needs before anything is sent.
 * @throws AuthoringError for a wrong file; UsageError for an unknown profile, storyboard or file, with the nearest names
 */
export async function loadScope(request: ScopeRequest, line: string, testKit?: string): Promise<LoadedScope> {
  const catalogue = new Map((await shippedRequirements()).map((requirement) => [requirement.id, requirement]))
  const shipped = await loadShipped()
  const kit = testKit === undefined ? undefined : await loadTestKit(testKit)
  if (request.kind === 'profile') return profileScope(await profileNamed(request.id, line), shipped, catalogue, kit)
  const named = await Promise.all(request.names.map((name) => storyboardNamed(name, shipped)))
  const scope: RunScope = { kind: 'selection', storyboards: named.map(({ value }) => value.id) }
  return {
    scope,
    boards: await withKits(named, kit),
    requirements: namedRequirements(named),
    catalogue,
    notSelected: [],
  }
}

async function loadShipped(): Promise<readonly Located<Storyboard>[]> {
  return Promise.all((await shippedStoryboards()).map(loadStoryboard))
}

async function profileScope(
  profile: Profile,
  shipped: readonly Located<Storyboard>[],
  catalogue: LoadedScope['catalogue'],
  kit: Located<TestKit> | undefined,
): Promise<LoadedScope> {
  const chosen = profile.storyboards.map((board) => shippedNamed(board, shipped))
  const left = shipped.filter((board) => !chosen.includes(board))
  return {
    scope: { kind: 'profile', id: profile.id, title: profile.title, digest: profileDigest(profile) },
    boards: await withKits(chosen, kit),
    requirements: profile.requirements,
    catalogue,
    notSelected: left.map(({ value }) => ({ storyboard: value.id, reason: `not part of ${profile.id}` })),
  }
}

async function profileNamed(id: string, line: string): Promise<Profile> {
  const profiles = (await shippedProfiles()).map(({ value }) => value)
  const found = profiles.find((profile) => profile.id === id)
  if (found && found.adcp_version !== line)
    throw new UsageError(
      `the profile ${id} is for AdCP ${found.adcp_version}, and the run is for ${line}: give --adcp-version ${found.adcp_version}`,
    )
  if (found) return found
  const ids = profiles.map((profile) => profile.id)
  throw new UsageError(`no profile "${id}"; the profiles are ${ids.join(', ')}${didYouMean(id, ids)}`)
}

async function storyboardNamed(name: string, shipped: readonly Located<Storyboard>[]): Promise<Located<Storyboard>> {
  const known = shipped.find(({ value }) => value.id === name)
  if (known) return known
  return existsSync(name) ? loadStoryboard(name) : shippedNamed(name, shipped)
}

function shippedNamed(id: string, shipped: readonly Located<Storyboard>[]): Located<Storyboard> {
  const found = shipped.find(({ value }) => value.id === id)
  if (found) return found
  const ids = shipped.map(({ value }) => value.id)
  throw new UsageError(`no storyboard or file "${id}"; "list" shows all${didYouMean(id, ids)}`)
}

/** Each kit is read once, however many storyboards name it. */
async function withKits(
  boards: readonly Located<Storyboard>[],
  override: Located<TestKit> | undefined,
): Promise<LoadedScope['boards']> {
  const kits = new Map<string, Promise<Located<TestKit>>>()
  const paired = await Promise.all(
    boards.map(async (source) => {
      const ref = source.value.prerequisites?.test_kit
      if (override || ref === undefined) return { source: shown(source), kit: override }
      const file = resolveTestKit(ref, source)
      const kit = kits.get(file) ?? loadTestKit(file)
      kits.set(file, kit)
      return { source: shown(source), kit: shown(await kit) }
    }),
  )
  requireKitValues(paired)
  return paired
}

/** Files of this package are called by their place in it: a report tells nothing of the machine it was made on. */
function shown<T>(source: Located<T>): Located<T> {
  const within = relative(packageRoot(), resolve(source.file))
  return within.startsWith('..') ? source : { ...source, file: within }
}

function namedRequirements(boards: readonly Located<Storyboard>[]): readonly string[] {
  const ids = boards.flatMap(({ value }) =>
    value.phases.flatMap(({ steps }) => steps.flatMap((step) => step.validations ?? [])),
  )
  return [...new Set(ids.flatMap(({ requirements }) => requirements ?? []))].sort()
}
