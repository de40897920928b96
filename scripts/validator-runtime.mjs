// @ts-check
/**
 * What compiled validators call while they run. Values come from agents under test, so nothing here may take more than linear time
 * or memory: ajv's own code compares each item with each other one, and collects errors without end.
 */

/** @typedef {{ instancePath: string, keyword: string }} SchemaError */

const mostErrors = 5000

/**
 * Adds one error to those found so far.
 * @param {SchemaError[]} errors
 * @param {SchemaError} error
 */
export function addError(errors, error) {
  errors.push(error)
  stopWhenTooMany(errors)
}

/**
 * The errors found so far with those of a part.
 * @param {SchemaError[]} errors
 * @param {SchemaError[]} more
 */
export function joinErrors(errors, more) {
  const all = errors.concat(more)
  stopWhenTooMany(all)
  return all
}

/** @param {SchemaError[]} errors */
function stopWhenTooMany(errors) {
  if (errors.length > mostErrors) throw Object.assign(new Error(`more than ${mostErrors} schema errors`), { errors })
}

/**
 * The indexes of the first item that equals an earlier one; undefined when all differ.
 * @param {unknown[]} items
 */
export function firstRepeat(items) {
  const seen = new Map()
  for (const [i, item] of items.entries()) {
    const key = keyOf(item)
    if (seen.has(key)) return { j: seen.get(key), i }
    seen.set(key, i)
  }
  return undefined
}

/**
 * The same text for equal JSON values, whatever the order of their keys.
 * @param {any} value
 * @returns {string}
 */
function keyOf(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`
  const entries = Object.keys(value).sort()
  return `{${entries.map((key) => `${JSON.stringify(key)}:${keyOf(value[key])}`).join()}}`
}
