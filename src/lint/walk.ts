import { isJsonObject, type Json } from '../model/json.ts'
import type { Step, Storyboard, Validation } from '../model/storyboard.ts'
import type { Path } from './rule.ts'

export interface PlacedStep {
  readonly step: Step
  readonly path: Path
}

/** All steps in running order. */
export function stepsOf({ phases }: Storyboard): readonly PlacedStep[] {
  return phases.flatMap((phase, i) => phase.steps.map((step, j) => ({ step, path: ['phases', i, 'steps', j] })))
}

export interface PlacedValidation {
  readonly validation: Validation
  readonly path: Path
}

export function validationsOf({ step, path }: PlacedStep): readonly PlacedValidation[] {
  return (step.validations ?? []).map((validation, i) => ({ validation, path: [...path, 'validations', i] }))
}

export interface PlacedText {
  readonly text: string
  readonly path: Path
}

/** All strings in a value. */
export function textsIn(value: Json | undefined, path: Path): readonly PlacedText[] {
  if (typeof value === 'string') return [{ text: value, path }]
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item, i) => textsIn(item, [...path, i]))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]))
}

/** Where the runner replaces placeholders in a step; its words for people are not among them. */
export function placeholderTextsOf({ step, path }: PlacedStep): readonly PlacedText[] {
  const { sample_request, filter } = step as Step & { readonly filter?: Json }
  const parameters = validationsOf({ step, path }).flatMap(({ validation, path: at }) => {
    const { description: _, ...rest } = validation
    return textsIn(rest as Json, at)
  })
  return [
    ...textsIn(sample_request, [...path, 'sample_request']),
    ...textsIn(filter, [...path, 'filter']),
    ...parameters,
  ]
}
