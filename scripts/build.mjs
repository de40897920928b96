// @ts-check
import { buildBundle } from './build-bundle.mjs'
import { buildSchemas } from './build-schemas.mjs'
import { parseAhead } from './parse-ahead.mjs'
import { writeBuildDigest } from './write-build-digest.mjs'

await buildSchemas()
await parseAhead()
await buildBundle()
writeBuildDigest()
