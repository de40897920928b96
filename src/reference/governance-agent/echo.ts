import { isJsonObject, type JsonObject } from '../../model/json.ts'

/** The reply with the caller's context, as it came; without one when none came. */
export function echo(payload: JsonObject, args: JsonObject): JsonObject {
  return isJsonObject(args.context) ? { ...payload, context: args.context } : payload
}
