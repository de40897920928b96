import { readPath } from '../json/path.ts'
import type { Facts } from './skip-if.ts'

/**
 * Why a phase is left out, for people who have not read the storyboard: what its skip_if found, and what would bring the phase back.
 * The condition itself stands at the end.
 */
export function skippedPhase(condition: string, facts: Facts): string {
  const because = reasonIn(condition, facts)
  const remedy = condition.includes('test_kit.')
    ? 'nothing needs doing, unless you want it graded: then change the test kit'
    : 'nothing needs doing'
  return `left out on purpose${because && `, as ${because}`}: ${remedy} (skip_if: ${condition})`
}

const plain = /^\s*(!?)\s*(test_kit|context|agent)\.([\w.[\]-]+?)\s*(?:(==|!=)\s*['"]([^'"]*)['"])?\s*$/

/** In words, for a condition that is a single name or comparison; any other speaks for itself. */
function reasonIn(condition: string, facts: Facts): string {
  const [, not = '', root = '', path = '', operator, given = ''] = plain.exec(condition) ?? []
  if (root === '') return ''
  const value = shown(facts, root as keyof Facts, path)
  if (operator === '==') return `${path} is ${given}`
  if (operator === '!=') return value === undefined ? `${path} is not ${given}` : `${path} is ${value}, not ${given}`
  if (root !== 'context') return `${owners[root as Owner]} has ${not && 'no '}${path}`
  return not ? `no earlier step has found ${path}` : `an earlier step has found ${path}${value ? ` (${value})` : ''}`
}

const owners = { test_kit: 'the test kit', agent: 'the agent' } as const
type Owner = keyof typeof owners

/** Short texts that were captured; the others may be long, or secret. */
function shown(facts: Facts, root: keyof Facts, path: string): string | undefined {
  const value = root === 'context' ? readPath(facts.context, path) : undefined
  return typeof value === 'string' && value.length <= 40 ? value : undefined
}
