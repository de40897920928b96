import { AuthoringDefect } from '../errors.ts'
import { equalJson } from '../json/equal.ts'
import { readPath } from '../json/path.ts'
import type { Json } from '../model/json.ts'

/** What a condition may ask about: the test kit, what was captured, what the agent says of itself. */
export interface Facts {
  readonly test_kit: Json | undefined
  readonly context: Json | undefined
  readonly agent: Json | undefined
}

const tokens = /\s*(\|\||&&|==|!=|!|'[^']*'|"[^"]*"|-?\d+(?:\.\d+)?(?![\w.])|[A-Za-z_][\w.[\]-]*)/y

/**
 * Whether a phase is to be skipped: `test_kit.x`, `!test_kit.x`, and what official storyboards write beside the documented form:
 * comparisons with `==` and `!=`, joined by `&&` and `||`; names begin with test_kit, context or agent.
 * A name holds when there is a value that is not false, 0 or empty.
 * @throws AuthoringDefect for anything else.
 */
export function skips(expression: string, facts: Facts): boolean {
  const words = split(expression)
  const either = splitAt(words, '||').map((part) => splitAt(part, '&&'))
  // Every part is read, so that a mistake does not hide behind a part that holds.
  const held = either.map((parts) => parts.map((part) => holds(part, facts, expression)))
  return held.some((parts) => parts.every(Boolean))
}

function split(expression: string): readonly string[] {
  const words: string[] = []
  tokens.lastIndex = 0
  const text = expression.trimEnd()
  while (tokens.lastIndex < text.length) {
    const word = tokens.exec(text)?.[1]
    if (word === undefined) throw unreadable(expression)
    words.push(word)
  }
  return words
}

function splitAt(words: readonly string[], separator: string): readonly (readonly string[])[] {
  const parts: string[][] = [[]]
  for (const word of words) {
    if (word === separator) parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts
}

function holds(words: readonly string[], facts: Facts, expression: string): boolean {
  const [first, second, third] = words
  if (words.length === 1 && first !== undefined) return isTruthy(operand(first, facts, expression))
  if (words.length === 2 && first === '!' && second !== undefined) return !isTruthy(operand(second, facts, expression))
  if (words.length !== 3 || first === undefined || third === undefined || (second !== '==' && second !== '!='))
    throw unreadable(expression)
  const [left, right] = [operand(first, facts, expression), operand(third, facts, expression)]
  return equalJson(left ?? null, right ?? null) === (second === '==')
}

const literals: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
])

function operand(word: string, facts: Facts, expression: string): Json | undefined {
  if (/^['"]/.test(word)) return word.slice(1, -1)
  if (/^-?\d/.test(word)) return Number(word)
  const literal = literals.get(word)
  if (literal !== undefined) return literal
  const [, root, path] = /^(test_kit|context|agent)\.(.+)$/.exec(word) ?? []
  if (root === undefined || path === undefined) throw unreadable(expression)
  return readPath(facts[root as keyof Facts], path)
}

function isTruthy(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== ''
}

function unreadable(expression: string): AuthoringDefect {
  return new AuthoringDefect(
    `skip_if "${expression}" cannot be read: write test_kit.<path> or !test_kit.<path>, or compare it with == or !=`,
  )
}
