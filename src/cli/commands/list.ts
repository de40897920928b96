import { checks } from '../../checks/index.ts'
import { shippedTestKits } from '../../load/shipped-test-kits.ts'
import { faults } from '../../reference/faults/index.ts'
import { counted } from '../../report/counted.ts'
import { type Catalogue, loadCatalogue, requirementsOf } from '../catalogue.ts'
import type { Io } from '../io.ts'
import type { listable } from '../program.ts'
import { table } from '../table.ts'

type Listable = (typeof listable)[number]

/** Prints what this program knows: all that a run can be made of, or one kind of it. */
export async function listCommand(what: Listable | undefined, io: Io): Promise<number> {
  const catalogue = await loadCatalogue()
  if (what !== undefined) {
    io.stdout.write(table(await rowsOf[what](catalogue)))
    return 0
  }
  for (const kind of ['storyboards', 'profiles', 'kits'] as const) {
    io.stdout.write(`${kind.toUpperCase()}\n${table(await rowsOf[kind](catalogue))}\n`)
  }
  return 0
}

type Rows = readonly (readonly string[])[]

const rowsOf = {
  storyboards: ({ storyboards }) =>
    storyboards.map(({ value }) => {
      const steps = value.phases.flatMap((phase) => phase.steps)
      const graded = counted(requirementsOf(steps).length, 'requirement')
      return [value.id, counted(steps.length, 'step'), graded, value.title ?? '']
    }),
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
  faults: () => faults.map(({ id, requirement, title }) => [id, requirement, title]),
} as const satisfies Record<Listable, (catalogue: Catalogue) => Rows | Promise<Rows>>
