import { UsageError } from '../../errors.ts'
import { didYouMean } from '../../load/index.ts'
import { createPage, type Page } from '../../report/console-page.ts'
import { addressedSteps } from '../catalogue.ts'
import { wantsColour, widthOf } from '../colour.ts'
import { explainCheck, explainFault, explainProfile, explainRule } from '../explain/explain-others.ts'
import { explainPosition } from '../explain/explain-position.ts'
import { explainRequirement } from '../explain/explain-requirement.ts'
import { explainStep, explainStoryboard } from '../explain/explain-storyboard.ts'
import { idsOf, type Known, loadKnown } from '../explain/known.ts'
import type { Io } from '../io.ts'

/**
 * Prints all there is to know of what has this id.
 * @throws UsageError with the nearest names when nothing has
 */
export async function explainCommand(id: string, io: Io): Promise<number> {
  const known = await loadKnown()
  const page = createPage({ width: widthOf(io.stdout), colour: wantsColour(io.stdout, io.env) })
  const lines = explained(id, known, page)
  if (!lines)
    throw new UsageError(`nothing here is called "${id}"${didYouMean(id, idsOf(known))}; "list" shows what there is`)
  io.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

function explained(id: string, known: Known, page: Page): string[] | undefined {
  const requirement = known.requirements.find((one) => one.id.toLowerCase() === id.toLowerCase())
  if (requirement) return explainRequirement(requirement, known, page)
  const board = known.storyboards.find(({ value }) => value.id === id)
  if (board) return explainStoryboard(board, page)
  const step = addressedSteps(known.storyboards).find(({ address }) => address === id)
  if (step) return explainStep(step, page)
  const check = known.checks.find(({ kind }) => kind === id)
  if (check) return explainCheck(check, known, page)
  const profile = known.profiles.find(({ value }) => value.id === id)
  if (profile) return explainProfile(profile.value, page)
  const fault = known.faults.find((one) => one.id === id)
  if (fault) return explainFault(fault, known, page)
  const rule = known.rules.find(({ name }) => name === id)
  if (rule) return explainRule(rule, page)
  const position = known.positions.find((one) => one.id.toLowerCase() === id.toLowerCase())
  return position && explainPosition(position, page)
}
