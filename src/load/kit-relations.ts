import type { AuthoringProblem } from '../errors.ts'
import { readPath } from '../json/path.ts'
import type { Json } from '../model/json.ts'
import type { Located } from '../model/located.ts'
import type { TestKit } from '../model/test-kit.ts'

type Operator = '=' | '<' | '<='

/** What storyboards count on between values of the `governance` section. */
const relations: readonly (readonly [left: string, Operator, right: string])[] = [
  ['amounts.most + amounts.rest', '=', 'amounts.total'],
  ['amounts.rest', '<', 'amounts.part'],
  ['amounts.part', '<=', 'amounts.total'],
  ['amounts.total', '<', 'amounts.over'],
  ['amounts.over', '<=', 'amounts.raised'],
  ['amounts.raised', '<', 'amounts.far_over'],
  ['amounts.total', '<', 'amounts.overspend'],
  ['flight.before_start', '<', 'flight.start'],
  ['flight.start', '<', 'flight.end'],
  ['flight.end', '<', 'flight.after_end'],
  ['flight.end', '<', 'flight.late_elsewhere'],
  ['flight.late_elsewhere', '<', 'flight.after_end'],
  ['flight.end', '=', 'flight.end_elsewhere'],
  ['flight.start', '<=', 'period.start'],
  ['period.start', '<', 'period.end'],
  ['period.end', '<=', 'flight.end'],
]

/** The relations that a kit breaks. One is asked only where the kit gives both of its sides. */
export function brokenRelations(kit: Located<TestKit>): readonly AuthoringProblem[] {
  return relations.flatMap(([left, operator, right]) => {
    const terms = left.split(' + ')
    const given = [...terms, right].map((path) => readPath(kit.value.governance, path))
    const numbers = given.map(asNumber)
    if (numbers.includes(undefined) || holds(numbers as number[], operator)) return []
    const written = `${given.slice(0, -1).join(' + ')} and ${given.at(-1)}`
    const message = `governance.${left} ${operator} governance.${right} must hold, but they are ${written}; storyboards count on it`
    return [{ file: kit.file, ...kit.locate(['governance', ...(terms.at(-1) ?? '').split('.')]), message }]
  })
}

/** Amounts as they are, instants as milliseconds. */
function asNumber(value: Json | undefined): number | undefined {
  return typeof value === 'string' ? Date.parse(value) : typeof value === 'number' ? value : undefined
}

function holds(values: readonly number[], operator: Operator): boolean {
  const left = values.slice(0, -1).reduce((sum, value) => sum + value, 0)
  const right = values.at(-1) ?? 0
  // Fractions of money do not add up exactly in binary.
  if (operator === '=') return Math.abs(left - right) < 0.001
  return operator === '<' ? left < right : left <= right
}
