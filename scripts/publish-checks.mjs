// @ts-check
// Writes what the check registry says of each kind into schemas/storyboard.schema.json: npm run publish-checks
import { readFileSync, writeFileSync } from 'node:fs'
import { importSource } from './import-source.mjs'

/** @typedef {{ kind: string, summary: string, params: object }} Check */

const file = 'schemas/storyboard.schema.json'
/** @type {{ checks: readonly Check[] }} */
const { checks } = await importSource('src/checks/index.ts')

const schema = JSON.parse(readFileSync(file, 'utf8'))
const { validation } = schema.definitions
const { anyOf } = validation.properties.check
const foreign = anyOf.filter((/** @type {{ const?: string }} */ option) => option.const === undefined)
validation.properties.check.anyOf = [
  ...checks.map(({ kind, summary }) => ({ const: kind, description: summary })),
  ...foreign,
]
validation.allOf = checks.map(({ kind }) =>
  Object.fromEntries([
    ['if', { required: ['check'], properties: { check: { const: kind } } }],
    ['then', { $ref: `#/definitions/checks/${kind}` }],
  ]),
)
schema.definitions.checks = Object.fromEntries(checks.map(({ kind, params }) => [kind, params]))
writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`)
