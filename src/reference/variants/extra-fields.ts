import { isJsonObject } from '../../model/json.ts'
import { eachReply } from './each-reply.ts'
import type { Variant } from './variant.ts'

/** Root objects and errors are open in the official schemas. */
export const extraFields = {
  id: 'extra-fields',
  title: 'Adds fields of its own where the schema is open: at the root of every reply, and in errors.',
  vary: (parts) =>
    eachReply(parts, ({ adcp_error: error, ...payload }) => ({
      ...payload,
      ...(isJsonObject(error) ? { adcp_error: { ...error, suggestion: 'See the manual.', support_id: 'S-1' } } : {}),
      served_by: { node: 'eu-3', took_ms: 4 },
      links: ['https://governance.example/manual'],
      ext: { acme: { note: null } },
    })),
} as const satisfies Variant
