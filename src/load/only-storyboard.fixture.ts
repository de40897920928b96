import type { Located } from '../model/located.ts'
import type { Storyboard } from '../model/storyboard.ts'
import { loadStoryboards } from './storyboard.ts'

/** The storyboard of a file that holds one. */
export async function onlyStoryboard(file: string): Promise<Located<Storyboard>> {
  const [board, ...others] = await loadStoryboards(file)
  if (board === undefined || others.length > 0) throw new Error(`${file} holds more than one storyboard`)
  return board
}
