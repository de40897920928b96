// @ts-check
import { buildBundle } from './build-bundle.mjs'
import { buildSchemas } from './build-schemas.mjs'

await buildSchemas()
await buildBundle()
