import { UsageError } from '../errors.ts'
import type { NotSelected } from '../model/plan.ts'
import { didYouMean } from './did-you-mean.ts'
import { type FoundBoard, idOf } from './shelf.ts'

/**
 * Those that carry one of the tags: their track, category, protocol, or the protocol or specialism that the official suite has them under.
 * @throws UsageError for a tag that none carries, with the nearest
 */
export function taggedBoards(
  boards: readonly FoundBoard[],
  tags: readonly string[],
): { readonly boards: readonly FoundBoard[]; readonly notSelected: readonly NotSelected[] } {
  const known = new Set(boards.flatMap(tagsOf))
  for (const tag of tags) {
    if (known.has(plain(tag))) continue
    throw new UsageError(
      `no storyboard has the tag "${tag}"; the tags are ${[...known].sort().join(', ')}${didYouMean(plain(tag), known)}`,
    )
  }
  const wanted = new Set(tags.map(plain))
  const found = boards.filter((board) => tagsOf(board).some((tag) => wanted.has(tag)))
  const others = boards.filter((board) => !found.includes(board))
  return {
    boards: found,
    notSelected: others.map((board) => ({ storyboard: idOf(board), reason: `not tagged ${tags.join(' or ')}` })),
  }
}

function tagsOf({ source, family }: FoundBoard): readonly string[] {
  const { track, category, protocol } = source.value
  const place = family && family.kind !== 'universal' ? family.id : family?.kind
  return [...new Set([track, category, protocol, place].filter((tag) => tag !== undefined).map(plain))]
}

/** `media_buy` and `Media-Buy` are one tag. */
function plain(tag: string): string {
  return tag.toLowerCase().replaceAll('_', '-')
}
