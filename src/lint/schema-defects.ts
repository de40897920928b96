import type { SchemaError } from '../model/schema-set.ts'
import type { Path } from './rule.ts'

export interface SchemaDefect {
  readonly path: Path
  readonly message: string
}

const choices = new Set(['anyOf', 'oneOf', 'if', 'not'])
const mostPerPlace = 3

/**
 * The schema errors of a filled sample that no value of an unknown place could mend, one defect for each place.
 * A choice between forms that failed above an unknown place is left out with all below it: which form was meant cannot be told.
 */
export function schemaDefects(errors: readonly SchemaError[], unknown: readonly string[]): readonly SchemaDefect[] {
  const excused = unknown.filter((pointer) => errors.some((error) => isAtOrBelow(error.instancePath, pointer)))
  const doubtful = errors
    .filter(
      (error) => choices.has(error.keyword) && excused.some((pointer) => isAtOrBelow(pointer, error.instancePath)),
    )
    .map((error) => error.instancePath)
  const certain = errors.filter(
    ({ instancePath }) => ![...excused, ...doubtful].some((pointer) => isAtOrBelow(instancePath, pointer)),
  )
  const places = new Set(certain.map(({ instancePath }) => instancePath))
  return [...places].map((pointer) => ({
    path: pathOf(pointer),
    message: inWords(
      pointer,
      certain.filter(({ instancePath }) => instancePath === pointer),
    ),
  }))
}

function isAtOrBelow(pointer: string, other: string): boolean {
  return pointer === other || pointer.startsWith(`${other}/`)
}

function inWords(pointer: string, errors: readonly SchemaError[]): string {
  const messages = [...new Set(errors.map(({ message }) => message))]
  const more = messages.length > mostPerPlace ? `; and ${messages.length - mostPerPlace} more` : ''
  return `${pointer === '' ? 'the request' : pointer} ${messages.slice(0, mostPerPlace).join('; ')}${more}`
}

function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}
