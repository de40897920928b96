import { relative, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Located } from '../model/located.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { LoadedBoard } from '../model/suite.ts'
import { loadOfficialSuite, type OfficialSuite, officialFolder } from './official.ts'
import { packageRoot } from './package-root.ts'
import { officialBundle } from './schema-words.ts'
import { shippedStoryboards } from './shipped.ts'
import { loadStoryboards } from './storyboard.ts'

/** A storyboard before its test kit is read. */
export type FoundBoard = Omit<LoadedBoard, 'kit'>

/** The storyboards at hand for one AdCP release. */
export interface Shelf {
  readonly release: string
  readonly ours: readonly FoundBoard[]
  /** The official ones, read when first asked for; undefined when this release comes without. */
  official(): Promise<OfficialSuite | undefined>
  /** A file as reports call it: nothing in it tells of the machine it lies on. */
  shown(file: string): string
}

export async function openShelf(release: string, bundles?: string): Promise<Shelf> {
  const ours = (await Promise.all((await shippedStoryboards()).map(loadStoryboards))).flat()
  const folder = officialFolder(release, bundles)
  let suite: Promise<OfficialSuite> | undefined
  return {
    release,
    ours: ours.map((source) => ({ source })),
    official() {
      suite ??= folder === undefined ? undefined : loadOfficialSuite(folder, release)
      return Promise.resolve(suite)
    },
    shown: (file) =>
      below(packageRoot(), file) ?? (folder && prefixed(`adcp-${release}/compliance`, below(folder, file))) ?? file,
  }
}

/** @throws UsageError with the command that would help */
export async function requireOfficial({ release, official }: Shelf): Promise<OfficialSuite> {
  const suite = await official()
  if (suite) return suite
  throw new UsageError(
    `the official storyboards of AdCP ${release} are not at hand. Install its bundle: adcp-gov-comply bundle add ${officialBundle(release)}`,
  )
}

/** All storyboards by id. One of ours comes before an official one of the same id, which `official/<id>` still names. */
export async function allBoards(shelf: Shelf): Promise<ReadonlyMap<string, FoundBoard>> {
  const official = (await shelf.official())?.boards ?? []
  return new Map([
    ...official.map((board): [string, FoundBoard] => [`official/${board.source.value.id}`, board]),
    ...[...official, ...shelf.ours].map((board): [string, FoundBoard] => [board.source.value.id, board]),
  ])
}

export function idOf({ source }: { readonly source: Located<Storyboard> }): string {
  return source.value.id
}

function below(folder: string, file: string): string | undefined {
  const within = relative(folder, resolve(file))
  return within.startsWith('..') ? undefined : within
}

function prefixed(prefix: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : `${prefix}/${path}`
}
