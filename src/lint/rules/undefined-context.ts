import type { Storyboard } from '../../model/storyboard.ts'
import type { Defect, LintContext, Path, Rule } from '../rule.ts'
import { type PlacedStep, placeholderTextsOf, stepsOf } from '../walk.ts'

/** A placeholder that nothing fills keeps its step from being sent. */
export const undefinedContext: Rule = {
  name: 'undefined-context',
  summary: 'A step uses $context.<name> that no earlier step keeps and the storyboard does not give.',
  find({ value }, context) {
    const captures = capturesOf(value)
    return stepsOf(value).flatMap((placed, order) =>
      usesOf(placed).flatMap((use) => defectOf(use, order, captures, context)),
    )
  },
}

interface Capture {
  readonly step: string
  /** Place in running order; -1 for what the storyboard itself gives. */
  readonly order: number
}

interface Use {
  readonly name: string
  readonly path: Path
}

function capturesOf(board: Storyboard): ReadonlyMap<string, Capture> {
  const given = Object.keys(board.context ?? {}).map((name) => [name, { step: '', order: -1 }] as const)
  const kept = stepsOf(board).flatMap(({ step }, order) =>
    (step.context_outputs ?? []).map((output) => [output.name ?? output.key ?? '', { step: step.id, order }] as const),
  )
  // The first capture of a name counts: a map keeps the last it is given.
  return new Map([...kept.toReversed(), ...given])
}

function usesOf(placed: PlacedStep): readonly Use[] {
  const inText = placeholderTextsOf(placed).flatMap(({ text, path }) =>
    [...text.matchAll(/\$context\.(\w+)/g)].map((match) => ({ name: match[1] ?? '', path })),
  )
  const injected = (placed.step.context_inputs ?? []).map(({ key }, i) => ({
    name: key,
    path: [...placed.path, 'context_inputs', i, 'key'],
  }))
  return [...inText, ...injected]
}

function defectOf(
  { name, path }: Use,
  order: number,
  captures: ReadonlyMap<string, Capture>,
  { didYouMean }: LintContext,
): readonly Defect[] {
  const capture = captures.get(name)
  if (capture && capture.order < order) return []
  const why = !capture
    ? `no step keeps "${name}" in its context_outputs${didYouMean(name, captures.keys())}`
    : capture.order === order
      ? 'this step keeps it only after its own reply'
      : `${capture.step} keeps it, but runs later`
  return [{ path, severity: 'error', message: `$context.${name} has no value here: ${why}` }]
}
