import type { AdcpVersion } from '../../model/adcp-version.ts'
import type { JsonObject } from '../../model/json.ts'
import { errorAtVersion as failedAtVersion } from '../governance-agent/wire-names.ts'

/**
 * The reply under the names that the fields have at an AdCP version. The seller itself thinks in those of 3.0. From 3.1 on, `status`
 * is the status of the task, and the reply names the release that it is of.
 */
export function atVersion(task: string, payload: JsonObject, { line }: AdcpVersion): JsonObject {
  return line === '3.0' ? payload : { ...inItsNames(task, payload), status: 'completed', adcp_version: line }
}

/** The same for the payload of an error. */
export function errorAtVersion(payload: JsonObject, adcp: AdcpVersion): JsonObject {
  return adcp.line === '3.0' ? payload : { ...failedAtVersion(payload, adcp), adcp_version: adcp.line }
}

function inItsNames(task: string, payload: JsonObject): JsonObject {
  switch (task) {
    case 'create_media_buy':
    case 'update_media_buy':
      return withStatusAs('media_buy_status', payload)
    case 'acquire_rights':
      return withStatusAs('rights_status', payload)
    case 'get_products':
      // What is on sale does not depend on who asks.
      return { ...payload, cache_scope: 'public' }
    default:
      return payload
  }
}

/** What is about the thing itself gives up its name to the status of the task. */
function withStatusAs(name: string, { status, ...rest }: JsonObject): JsonObject {
  return status === undefined ? rest : { ...rest, [name]: status }
}
