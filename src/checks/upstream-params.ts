import type { JsonObject } from '../model/json.ts'
import { identifierPath } from './upstream-identifiers.ts'

const text: JsonObject = { type: 'string', minLength: 1 }

/** The parameters of upstream_traffic (storyboard-schema of AdCP 3.1). */
export const upstreamParams: JsonObject = {
  type: 'object',
  properties: {
    min_count: { type: 'integer', minimum: 0 },
    endpoint_pattern: text,
    purpose_filter: {
      type: 'array',
      minItems: 1,
      items: {
        enum: ['platform_primary', 'measurement', 'attribution', 'creative_serving', 'identity', 'other'],
      },
    },
    since: text,
    attestation_mode_required: { enum: ['raw'] },
    identifier_paths: { type: 'array', minItems: 1, items: { type: 'string', pattern: identifierPath } },
    payload_must_contain: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['path', 'match'],
        properties: {
          path: { type: 'string', minLength: 1, maxLength: 1024 },
          match: { enum: ['present', 'equals', 'contains_any'] },
          value: {},
          allowed_values: { type: 'array', minItems: 1 },
        },
        anyOf: [
          { properties: { match: { const: 'present' } } },
          { properties: { match: { const: 'equals' } }, required: ['value'] },
          { properties: { match: { const: 'contains_any' } }, required: ['allowed_values'] },
        ],
      },
    },
  },
}
