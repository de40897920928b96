import { createHash } from 'node:crypto'
import { UsageError } from '../errors.ts'
import type { AdcpVersion } from '../model/adcp-version.ts'
import type { NotSelected } from '../model/plan.ts'
import type { Profile, Requirement } from '../model/requirement.ts'
import type { RunScope } from '../model/run-report.ts'
import type { Family, LoadedBoard } from '../model/suite.ts'
import { boardsWithKits } from './boards-with-kits.ts'
import { didYouMean } from './did-you-mean.ts'
import { type NamedBoards, namedBoards } from './named-boards.ts'
import { profileDigest } from './profile.ts'
import { withRequiredScenarios } from './required-scenarios.ts'
import { type FoundBoard, idOf, openShelf, requireOfficial, type Shelf } from './shelf.ts'
import { shippedProfiles, shippedRequirements } from './shipped.ts'
import { taggedBoards } from './tagged-boards.ts'
import { loadTestKit } from './test-kit.ts'

/** What a run is about. */
export type ScopeRequest =
  | { readonly kind: 'profile'; readonly id: string }
  /** All official storyboards that apply to the agent; `all`: with those of a profile. */
  | { readonly kind: 'suite'; readonly id: 'official' }
  | { readonly kind: 'suite'; readonly id: 'all'; readonly profile: string }
  /** Names as `namedBoards` reads them; without any, all storyboards. With tags, those of them that carry one. */
  | { readonly kind: 'storyboards'; readonly names: readonly string[]; readonly tags?: readonly string[] }

export interface LoadedScope {
  readonly scope: RunScope
  readonly boards: readonly LoadedBoard[]
  /** Every requirement that must be accounted for. */
  readonly requirements: readonly string[]
  readonly catalogue: ReadonlyMap<string, Requirement>
  readonly notSelected: readonly NotSelected[]
  /** All families of the official suite, when the run is about it. */
  readonly families?: readonly Family[]
}

export interface ScopeSetting {
  readonly adcp: Pick<AdcpVersion, 'line' | 'release'>
  /** The folder of installed bundles. */
  readonly bundles?: string | undefined
  /** The file of a test kit that takes the place of all others. */
  readonly testKit?: string | undefined
}

/** A scope before its scenarios and kits are read. */
interface Chosen extends Omit<LoadedScope, 'boards' | 'catalogue'> {
  readonly boards: readonly FoundBoard[]
}

/**
 * Loads all that a run needs before anything is sent.
 * @throws AuthoringError for a wrong file; UsageError for an unknown profile, storyboard, tag or file, with the nearest names
 */
export async function loadScope(request: ScopeRequest, setting: ScopeSetting): Promise<LoadedScope> {
  const { adcp, bundles, testKit } = setting
  const shelf = await openShelf(adcp.release, bundles)
  const kit = testKit === undefined ? undefined : await loadTestKit(testKit)
  const chosen = await choose(request, shelf, adcp.line)
  const boards = await withRequiredScenarios(chosen.boards, shelf)
  const catalogue = new Map((await shippedRequirements()).map((requirement) => [requirement.id, requirement]))
  return { ...chosen, boards: await boardsWithKits(boards, shelf, kit), catalogue }
}

async function choose(request: ScopeRequest, shelf: Shelf, line: string): Promise<Chosen> {
  if (request.kind === 'profile') return profileScope(await profileNamed(request.id, line), shelf)
  if (request.kind === 'storyboards') return selection(request.names, request.tags, shelf)
  if (request.id === 'official') return officialScope(shelf)
  return everything(await profileNamed(request.profile, line), shelf)
}

function profileScope(profile: Profile, { ours }: Shelf): Chosen {
  const chosen = profile.storyboards.map((id) => ownNamed(id, ours))
  const left = ours.filter((board) => !chosen.includes(board))
  return {
    scope: { kind: 'profile', id: profile.id, title: profile.title, digest: profileDigest(profile) },
    boards: chosen,
    requirements: profile.requirements,
    notSelected: left.map((board) => ({ storyboard: idOf(board), reason: `not part of ${profile.id}` })),
  }
}

async function officialScope(shelf: Shelf): Promise<Chosen> {
  const { boards, release, digest } = await requireOfficial(shelf)
  return {
    scope: { kind: 'suite', id: `official@${release}`, title: `Official storyboards of AdCP ${release}`, digest },
    boards: boards.map((board): FoundBoard => ({ ...board, selectedBy: 'claims' })),
    requirements: [],
    notSelected: [],
    families: boards.map(({ family }) => family),
  }
}

async function everything(profile: Profile, shelf: Shelf): Promise<Chosen> {
  const own = profileScope(profile, shelf)
  const official = await officialScope(shelf)
  const digests = [profileDigest(profile), (await requireOfficial(shelf)).digest]
  return {
    ...own,
    ...(official.families ? { families: official.families } : {}),
    scope: {
      kind: 'suite',
      id: `all@${shelf.release}`,
      title: `${profile.id} and the official storyboards of AdCP ${shelf.release}`,
      digest: createHash('sha256').update(digests.join()).digest('hex'),
    },
    boards: [...own.boards, ...official.boards],
  }
}

async function selection(names: readonly string[], tags: readonly string[] | undefined, shelf: Shelf): Promise<Chosen> {
  const { boards, leftOut, upTo } = names.length > 0 ? await namedBoards(names, shelf) : await everyBoard(shelf)
  const tagged = tags === undefined ? { boards, notSelected: [] } : taggedBoards(boards, tags)
  return {
    scope: { kind: 'selection', storyboards: tagged.boards.map((board) => upTo?.get(idOf(board)) ?? idOf(board)) },
    boards: tagged.boards,
    requirements: namedRequirements(tagged.boards),
    notSelected: [...leftOut, ...tagged.notSelected],
  }
}

async function everyBoard(shelf: Shelf): Promise<NamedBoards> {
  return { boards: [...shelf.ours, ...((await shelf.official())?.boards ?? [])], leftOut: [] }
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

function ownNamed(id: string, ours: readonly FoundBoard[]): FoundBoard {
  const found = ours.find((board) => idOf(board) === id)
  if (found) return found
  throw new UsageError(`no storyboard "${id}"; "list" shows all${didYouMean(id, ours.map(idOf))}`)
}

function namedRequirements(boards: readonly FoundBoard[]): readonly string[] {
  const validations = boards.flatMap(({ source }) =>
    source.value.phases.flatMap(({ steps }) => steps.flatMap((step) => step.validations ?? [])),
  )
  return [...new Set(validations.flatMap(({ requirements }) => requirements ?? []))].sort()
}
