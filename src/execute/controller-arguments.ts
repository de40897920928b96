import type { AdcpVersion } from '../model/adcp-version.ts'
import type { JsonObject } from '../model/json.ts'

/**
 * The arguments of a comply_test_controller that the run calls by itself. From 3.1 on each of them has to say that it is meant for a
 * sandbox; which account that is, official storyboards leave out as well (JSON Schema compliance/comply-test-controller-request).
 */
export function controllerArguments(args: JsonObject, { line }: Pick<AdcpVersion, 'line'>): JsonObject {
  return line === '3.0' ? args : { account: { sandbox: true }, ...args }
}
