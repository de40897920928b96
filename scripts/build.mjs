// @ts-check
import { buildBundle } from './build-bundle.mjs'
import { buildSchemas } from './build-schemas.mjs'
import { writeBuildDigest } from './write-build-digest.mjs'

await buildSchemas()
await buildBundle()
writeBuildDigest()
