import type { AdcpVersion } from '../../model/adcp-version.ts'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'

const decisions: readonly (Json | undefined)[] = ['approved', 'denied', 'conditions']

/**
 * The reply under the names that the fields have at an AdCP version. The agent itself thinks in those of 3.0. From 3.1 on, `status`
 * is the status of the task.
 */
export function atVersion(task: string, payload: JsonObject, adcp: AdcpVersion): JsonObject {
  if (adcp.line === '3.0' || (task === 'check_governance' && isTaskStatus(payload))) return payload
  return { status: 'completed', ...inItsNames(task, payload, adcp) }
}

/** The same for the payload of an error: from 3.1 on it says that the task failed. */
export function errorAtVersion(payload: JsonObject, { line }: AdcpVersion): JsonObject {
  return line === '3.0' ? payload : { status: 'failed', ...payload }
}

function inItsNames(task: string, payload: JsonObject, adcp: AdcpVersion): JsonObject {
  switch (task) {
    case 'get_adcp_capabilities':
      return withSupportedVersion(payload, adcp)
    case 'check_governance':
      return renamed(payload, 'status', adcp.decisionField)
    case 'report_plan_outcome':
      return renamed(payload, 'status', adcp.outcomeField)
    case 'get_plan_audit_logs':
      return withPlans(payload, (plan) => withEntries(plan, (entry) => renamed(entry, 'status', adcp.decisionField)))
    default:
      return payload
  }
}

/** A check that waits for a human says so in the task's own status, which no version has renamed. */
function isTaskStatus({ status, task_id }: JsonObject): boolean {
  return task_id !== undefined && !decisions.includes(status)
}

function renamed(object: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]))
}

function withPlans(payload: JsonObject, change: (plan: JsonObject) => JsonObject): JsonObject {
  return Array.isArray(payload.plans) ? { ...payload, plans: mapObjects(payload.plans, change) } : payload
}

function withEntries(plan: JsonObject, change: (entry: JsonObject) => JsonObject): JsonObject {
  return Array.isArray(plan.entries) ? { ...plan, entries: mapObjects(plan.entries, change) } : plan
}

function mapObjects(items: readonly Json[], change: (item: JsonObject) => JsonObject): readonly Json[] {
  return items.map((item) => (isJsonObject(item) ? change(item) : item))
}

function withSupportedVersion(payload: JsonObject, { line }: AdcpVersion): JsonObject {
  return isJsonObject(payload.adcp) ? { ...payload, adcp: { ...payload.adcp, supported_versions: [line] } } : payload
}
