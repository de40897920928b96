import { checks } from '../../checks/index.ts'
import { chooseRelease, openShelf } from '../../load/index.ts'
import { shippedTestKits } from '../../load/shipped-test-kits.ts'
import { adcpVersions } from '../../model/adcp-version.ts'
import type { Storyboard } from '../../model/storyboard.ts'
import type { Family } from '../../model/suite.ts'
import { faults } from '../../reference/faults/index.ts'
import { sellerFaults } from '../../reference/seller-faults/index.ts'
import { counted } from '../../report/counted.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import { type Catalogue, loadCatalogue, requirementsOf } from '../catalogue.ts'
import type { Io } from '../io.ts'
import type { listable } from '../program.ts'
import { releaseOf, versionOf } from '../run-settings.ts'
import { table } from '../table.ts'

type Listable = (typeof listable)[number]

export interface ListFlags {
  /** Of which release the official storyboards are shown. */
  readonly adcpVersion: string
}

/** Prints what this program knows: all that a run can be made of, or one kind of it. */
export async function listCommand(what: Listable | undefined, flags: ListFlags, io: Io): Promise<number> {
  const known = { ...(await loadCatalogue()), official: () => officialRows(flags, io) }
  if (what !== undefined) {
    io.stdout.write(table(await rowsOf[what](known)))
    return 0
  }
  for (const kind of ['storyboards', 'profiles', 'kits'] as const) {
    io.stdout.write(`${kind.toUpperCase()}\n${table(await rowsOf[kind](known))}\n`)
  }
  return 0
}

type Rows = readonly (readonly string[])[]

interface Known extends Catalogue {
  official(): Promise<Rows>
}

const rowsOf = {
  storyboards: async ({ storyboards, official }) => [
    ...storyboards.map(({ value }) => boardCells(value, counted(requirementsOf(stepsOf(value)).length, 'requirement'))),
    ...(await official()),
  ],
  profiles: ({ profiles }) =>
    profiles.map(({ value: { id, title, storyboards, requirements } }) => [
      id,
      counted(storyboards.length, 'storyboard'),
      counted(requirements.length, 'requirement'),
      title,
    ]),
  kits: async () => (await shippedTestKits()).map(({ value }) => [value.id, value.name ?? '']),
  requirements: ({ requirements }) => requirements.map(({ id, level, statement }) => [id, level, statement]),
  checks: () => checks.map(({ kind, summary }) => [kind, summary]),
  faults: () => [...faults, ...sellerFaults].map(({ id, requirement, title }) => [id, requirement, title]),
} as const satisfies Record<Listable, (known: Known) => Rows | Promise<Rows>>

async function officialRows({ adcpVersion }: ListFlags, io: Io): Promise<Rows> {
  const bundles = bundlesFolder(io.env)
  const { release } = chooseRelease(adcpVersions[versionOf(adcpVersion)], bundles, releaseOf(adcpVersion).release)
  const suite = await (await openShelf(release, bundles)).official()
  return (suite?.boards ?? []).map(({ source, family }) => boardCells(source.value, `official: ${placeOf(family)}`))
}

function boardCells(board: Storyboard, note: string): readonly string[] {
  return [board.id, counted(stepsOf(board).length, 'step'), note, board.title ?? '']
}

function stepsOf({ phases }: Storyboard) {
  return phases.flatMap(({ steps }) => steps)
}

function placeOf(family: Family): string {
  return family.kind === 'universal' ? family.kind : `${family.kind} ${family.id}`
}
