import { isJsonObject, type Json } from '../../model/json.ts'
import type { Storyboard } from '../../model/storyboard.ts'
import type { languageTable } from './language-table.ts'

export type Place = keyof typeof languageTable | 'check'

/** Every word that a storyboard uses, as `place word`. */
export function wordsUsed(board: Storyboard): ReadonlySet<string> {
  const used = new Set<string>()
  const raw = board as unknown as Readonly<Record<string, Json>>
  const add = (place: Place, word: string) => used.add(`${place} ${word}`)
  const keys = (place: Place, value: Json | undefined) => {
    if (isJsonObject(value)) for (const key of Object.keys(value)) add(place, key)
  }
  keys('storyboard', raw as Json as never)
  for (const place of ['agent', 'caller', 'prerequisites', 'fixtures'] as const) keys(place, raw[place])
  for (const value of list(raw.requires)) add('requires', String(value))
  for (const value of list(raw.invariants)) add('invariant', String(value))
  for (const value of [raw.requires_capability, ...list(raw.requires_all_capabilities)]) keys('capability', value)
  for (const value of list(raw.required_any_of_tools)) keys('tool_family', value)
  for (const phase of list(raw.phases)) phaseWords(phase, keys)
  for (const step of stepsOf(raw)) stepWords(step, add, keys)
  return used
}

type Add = (place: Place, word: string) => void
type Keys = (place: Place, value: Json | undefined) => void

function phaseWords(phase: Json, keys: Keys): void {
  keys('phase', phase)
  if (!isJsonObject(phase)) return
  keys('capability', phase.requires_capability)
  keys('branch_set', phase.branch_set)
}

const withinStep = ['retry_trigger', 'parallel_dispatch', 'rate_limit_trip'] as const

function stepWords(step: Readonly<Record<string, Json>>, add: Add, keys: Keys): void {
  keys('step', step)
  if (step.auth === 'none') add('auth', 'none')
  keys('auth', step.auth)
  for (const place of withinStep) keys(place, step[place])
  for (const one of list(step.catalog_bindings)) keys('catalog_binding', one)
  for (const one of list(step.context_outputs)) keys('context_output', one)
  for (const one of list(step.context_inputs)) keys('context_input', one)
  if (/^(expect|assert|replay|fetch|trusted_match)_|_metadata$|_probe$/.test(String(step.task)))
    add('task', String(step.task))
  for (const token of placeholdersIn(step)) add('placeholder', token)
  for (const validation of list(step.validations)) if (isJsonObject(validation)) add('check', String(validation.check))
}

const forms = [
  ['$context.<name>', /\$context\.\w/],
  ['$optional.<name>', /\$optional\.\w/],
  ['$generate:uuid_v4#<alias>', /\$generate:uuid_v4/],
  ['$generate:opaque_id#<alias>', /\$generate:opaque_id/],
  ['$test_kit.<path>', /\$test_kit\.\w/],
  ['{{<name>}}', /\{\{\w+\}\}/],
  ['{{prior_step.<id>.<field>}}', /\{\{prior_step\./],
  ['{{runner.webhook_base}}', /\{\{runner\.webhook_base/],
  ['{{runner.webhook_url:<step>}}', /\{\{runner\.webhook_url/],
] as const

/** Tokens by their form; one of no known form as it stands. */
function placeholdersIn(step: Json): readonly string[] {
  const tokens = JSON.stringify(step).match(/\$(?:context|generate|test_kit)[.:][\w.]+|\{\{[^}]*\}\}/g) ?? []
  return tokens.map((token) => forms.find(([, form]) => form.test(token))?.[0] ?? token)
}

function stepsOf(board: Readonly<Record<string, Json>>): readonly Readonly<Record<string, Json>>[] {
  return list(board.phases).flatMap((phase) => (isJsonObject(phase) ? list(phase.steps).filter(isJsonObject) : []))
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}
