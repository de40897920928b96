// @ts-check
const namedSchemas = new Set(['properties', 'patternProperties', 'definitions', '$defs', 'dependencies'])
const data = new Set(['const', 'enum', 'required'])
const notes = new Set(['$schema', '$comment', 'title', 'description', 'examples', 'default'])

/**
 * A schema without its notes to readers: ajv copies each schema into the code that it makes.
 * @param {any} schema
 * @returns {any}
 */
export function trimSchema(schema) {
  if (Array.isArray(schema)) return schema.map(trimSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  const kept = Object.entries(schema).filter(([key]) => !notes.has(key) && !key.startsWith('x-'))
  return Object.fromEntries(kept.map(([key, value]) => [key, trimKeyword(key, value)]))
}

/**
 * @param {string} key
 * @param {any} value
 */
function trimKeyword(key, value) {
  if (data.has(key)) return value
  if (!namedSchemas.has(key)) return trimSchema(value)
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, trimSchema(schema)]))
}
