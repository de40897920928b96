/** Steps in which the buyer asks its own governance agent, which the run hosts. */
export const peerTasks = [
  'peer:sync_plans',
  'peer:check_governance',
  'peer:report_plan_outcome',
  'peer:get_plan_audit_logs',
] as const

const names: ReadonlySet<string> = new Set(peerTasks)

/** The task behind `peer:`; undefined for any other step. */
export function peerTool(task: string): string | undefined {
  return names.has(task) ? task.slice('peer:'.length) : undefined
}
