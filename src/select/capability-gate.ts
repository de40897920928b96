import { AuthoringDefect } from '../errors.ts'
import { equalJson } from '../json/equal.ts'
import { readPath, toPointer } from '../json/path.ts'
import type { Json } from '../model/json.ts'
import type { CapabilityMatch } from '../model/storyboard.ts'
import type { StepVerdict } from '../model/verdict.ts'
import type { Gating } from './gate.ts'

type Matcher = 'equals' | 'present' | 'contains' | 'not_contains'
type Declared = Json | undefined

/** Each matcher: whether a declared value satisfies it, and what it wants in words. */
const matchers: Readonly<Record<Matcher, { holds(declared: Declared, wanted: Json): boolean; words: string }>> = {
  equals: { holds: (declared, wanted) => declared !== undefined && equalJson(declared, wanted), words: '' },
  present: { holds: (declared, wanted) => (declared !== undefined) === wanted, words: 'present: ' },
  contains: { holds: (declared, wanted) => has(declared, wanted), words: 'a list with ' },
  not_contains: { holds: (declared, wanted) => !has(declared, wanted), words: 'a list without ' },
}

const names: readonly Matcher[] = ['equals', 'present', 'contains', 'not_contains']

/**
 * `requires_capability`: what it guards does not apply when the agent's own valid capability reply says otherwise. In 3.0 a value that is
 * not declared proves nothing, and the storyboard runs; from 3.1 on it does not satisfy `equals` and `contains` (storyboard-schema).
 */
export function capabilityGate(wanted: CapabilityMatch, { agent, schemas }: Gating): StepVerdict | undefined {
  const given = names.filter((name) => wanted[name] !== undefined)
  if (given.length === 0) return defect(`requires_capability ${wanted.path} says nothing that must hold`)
  if (!agent.capabilities) return undefined
  const declared = declaredAt(agent.capabilities, wanted.path)
  if ('defect' in declared) return defect(declared.defect)
  const value = declared.value ?? undefined
  const provesNothing = (name: Matcher) => value === undefined && name !== 'present' && isBefore31(schemas.release)
  const broken = given.find((name) => !provesNothing(name) && !matchers[name].holds(value, wanted[name] ?? null))
  if (broken === undefined) return undefined
  return {
    status: 'not_applicable',
    reason: 'unsatisfied_contract',
    detail: `the agent declares ${wanted.path} as ${inWords(value)}; this is for agents with ${matchers[broken].words}${JSON.stringify(wanted[broken])}`,
    evidence: { pointer: toPointer(wanted.path), value: value ?? null },
  }
}

function declaredAt(capabilities: Json, path: string): { value: Declared } | { defect: string } {
  try {
    return { value: readPath(capabilities, path) }
  } catch (error) {
    if (error instanceof AuthoringDefect) return { defect: `requires_capability: ${error.message}` }
    throw error
  }
}

function defect(detail: string): StepVerdict {
  return { status: 'blocked', reason: 'authoring_defect', detail }
}

function has(declared: Declared, wanted: Json): boolean {
  return Array.isArray(declared) && declared.some((item: Json) => equalJson(item, wanted))
}

function isBefore31(release: string): boolean {
  return release.startsWith('3.0.')
}

function inWords(value: Declared): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`
}
