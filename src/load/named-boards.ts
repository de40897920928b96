import { existsSync } from 'node:fs'
import { UsageError } from '../errors.ts'
import type { Located } from '../model/located.ts'
import type { NotSelected } from '../model/plan.ts'
import type { Phase, Storyboard } from '../model/storyboard.ts'
import { didYouMean } from './did-you-mean.ts'
import { findStoryboards } from './find-storyboards.ts'
import { releaseAround } from './official.ts'
import { allBoards, type FoundBoard, idOf, type Shelf } from './shelf.ts'
import { loadStoryboards } from './storyboard.ts'

export interface NamedBoards {
  readonly boards: readonly FoundBoard[]
  /** What an address left out of its storyboard. */
  readonly leftOut: readonly NotSelected[]
  /** The address up to which a storyboard was asked for, by its id; a verdict must not speak of more. */
  readonly upTo?: ReadonlyMap<string, string>
}

/**
 * The storyboards of these names: ids, also of official ones (`official/<id>` where ours has the same), ids with * and ?, the address of
 * a phase or step (the storyboard up to there), files, folders.
 * @throws UsageError for a name that nothing has, with the nearest; for a storyboard of another AdCP release
 */
export async function namedBoards(names: readonly string[], shelf: Shelf): Promise<NamedBoards> {
  const found: NamedBoards[] = []
  for (const name of names) found.push(await named(name, shelf))
  const boards = new Map<string, FoundBoard>()
  for (const board of found.flatMap((one) => one.boards)) {
    const place = placeOf(board)
    boards.set(place, longer(boards.get(place), board))
  }
  // A storyboard that was asked for as a whole as well is not cut.
  const cut = found.filter((one) => one.upTo && one.boards.every((board) => boards.get(placeOf(board)) === board))
  return {
    boards: [...boards.values()],
    leftOut: cut.flatMap((one) => one.leftOut),
    upTo: new Map(cut.flatMap((one) => [...(one.upTo ?? [])])),
  }
}

/** A file may hold several storyboards, and two files may use one id. */
function placeOf(board: FoundBoard): string {
  return `${board.source.file} ${idOf(board)}`
}

function longer(known: FoundBoard | undefined, board: FoundBoard): FoundBoard {
  return known && stepsIn(known.source.value.phases) >= stepsIn(board.source.value.phases) ? known : board
}

async function named(name: string, shelf: Shelf): Promise<NamedBoards> {
  const own = shelf.ours.find((board) => idOf(board) === name)
  if (own) return whole([own])
  if (existsSync(name)) return whole(await atPath(name, shelf))
  const all = await allBoards(shelf)
  const board = all.get(name)
  if (board) return whole([board])
  if (/[*?]/.test(name)) return whole(matching(name, all))
  const id = [...all.keys()].filter((key) => name.startsWith(`${key}/`)).sort((a, b) => b.length - a.length)[0]
  const addressed = id === undefined ? undefined : all.get(id)
  if (addressed && id !== undefined) return upTo(addressed, name.slice(id.length + 1), name)
  throw new UsageError(`no storyboard or file "${name}"; "list" shows all${didYouMean(name, all.keys())}`)
}

function whole(boards: readonly FoundBoard[]): NamedBoards {
  return { boards, leftOut: [] }
}

/** A storyboard says nothing about an agent when the schemas of another release grade it. */
async function atPath(path: string, { release }: Shelf): Promise<readonly FoundBoard[]> {
  const files = await findStoryboards(path)
  for (const file of files) {
    const other = releaseAround(file)
    if (other !== undefined && other !== release)
      throw new UsageError(
        `${file} is a storyboard of AdCP ${other}, and this run grades by the schemas of ${release}: give --adcp-version ${other}`,
      )
  }
  return (await Promise.all(files.map(loadStoryboards))).flat().map((source) => ({ source }))
}

function matching(pattern: string, all: ReadonlyMap<string, FoundBoard>): readonly FoundBoard[] {
  const text = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  const form = new RegExp(`^${text}$`)
  const found = [...all].filter(([id]) => form.test(id)).map(([, board]) => board)
  if (found.length > 0) return found
  throw new UsageError(`no storyboard has an id like ${pattern}; "list" shows all`)
}

function upTo(board: FoundBoard, rest: string, address: string): NamedBoards {
  const { phases } = board.source.value
  const [phaseId, stepId] = rest.split('/')
  const at = phases.findIndex(({ id }) => id === phaseId)
  const phase = phases[at]
  const last = phase?.steps.findIndex(({ id }) => id === stepId) ?? -1
  if (!phase || (stepId !== undefined && last < 0)) throw new UsageError(noSuchStep(board, address))
  const steps = stepId === undefined ? phase.steps : phase.steps.slice(0, last + 1)
  const kept = [...phases.slice(0, at), { ...phase, steps }]
  const rests = stepsIn(phases) - stepsIn(kept)
  const reason = `only asked for up to ${address}: ${rests === 1 ? 'one step' : `${rests} steps`} after it left out`
  return {
    boards: [{ ...board, source: withPhases(board.source, kept) }],
    leftOut: rests === 0 ? [] : [{ storyboard: idOf(board), reason }],
    upTo: new Map(rests === 0 ? [] : [[idOf(board), address]]),
  }
}

/** What was cut off stood at the end, so the others keep their places. */
function withPhases(source: Located<Storyboard>, phases: readonly Phase[]): Located<Storyboard> {
  return { ...source, value: { ...source.value, phases } }
}

function stepsIn(phases: readonly Phase[]): number {
  return phases.reduce((sum, { steps }) => sum + steps.length, 0)
}

function noSuchStep(board: FoundBoard, address: string): string {
  const id = idOf(board)
  const addresses = board.source.value.phases.flatMap((phase) => [
    `${id}/${phase.id}`,
    ...phase.steps.map((step) => `${id}/${phase.id}/${step.id}`),
  ])
  return `the storyboard ${id} has no phase or step "${address}"${didYouMean(address, addresses)}; "explain ${id}" shows them`
}
