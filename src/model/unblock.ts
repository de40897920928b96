import type { BlockedReason } from './verdict.ts'

/** What would let a blocked step be exercised, by the reason that blocked it. */
export const unblock = {
  prerequisite_failed: 'mend the step it stands on',
  missing_tool: 'offer the tool in tools/list',
  missing_test_controller: 'offer comply_test_controller on a test instance of the agent',
  missing_principal: 'run again with the credential of that principal: --principal NAME=VAR',
  missing_keys: 'give their address under governance.agent in the test kit, or let this machine reach it',
  unresolved_substitution: 'mend the earlier step whose reply did not carry the value',
  unknown_check: 'use a release of this tool that knows the check',
  no_reply: 'make the agent answer in time',
  rate_limited: 'raise the limit for the test credential, or give --delay MILLISECONDS',
  not_let_in: 'give a credential that stays valid for the whole run',
  session_lost: 'keep sessions for as long as a storyboard takes',
  nothing_evaluated: 'see why its validations were not evaluated in the machine report (--json)',
  authoring_defect: 'mend the storyboard; `lint` says more',
  unsupported: 'use a release of this tool that can exercise it',
  deadline: 'run again with a longer --run-timeout',
  interrupted: 'run again and let it finish',
  requirement_unmet: 'give the run what the storyboard requires of it',
  peer_unreachable:
    'give an address that leads here with --public-url, or, to a seller on this machine, https with --peer-tls and --peer-ca FILE',
  task_pending: 'let the agent come to an end within the time of a step, or give it more: --step-timeout SECONDS',
  controller_seeding_failed: 'let comply_test_controller seed what the storyboard lists under fixtures',
} as const satisfies Record<BlockedReason, string>
