import type { Step, Validation } from '../../model/storyboard.ts'
import type { Defect, Rule } from '../rule.ts'
import { stepsOf } from '../walk.ts'

/**
 * Every step is graded on whether the agent answers, with a result or an error as the step allows. This rule names the steps where
 * nothing else is: no required validation that could fail and, where an error is expected, none that looks at the error.
 */
export const stepCannotFail: Rule = {
  name: 'step-cannot-fail',
  summary: 'Nothing in a step tells a good reply from a bad one.',
  find: ({ value }) =>
    stepsOf(value).flatMap(({ step, path }) => {
      const defect = weaknessOf(step)
      return defect ? [{ ...defect, path }] : []
    }),
}

function weaknessOf(step: Step): Omit<Defect, 'path'> | undefined {
  // Steps of the runner itself (expect_webhook …) fail on their own terms; those of the buyer (peer:sync_plans …) grade nothing.
  if (/^((expect|assert)_|peer:)/.test(step.task)) return undefined
  const strong = (step.validations ?? []).filter((validation) => !cannotFail(validation))
  const expects = step.gov_reply ?? (step.expect_error ? 'error' : 'success')
  switch (expects) {
    case 'any':
      return strong.length > 0
        ? undefined
        : { severity: 'error', message: 'any reply passes: no required validation can fail' }
    case 'error':
      return strong.some(looksAtError)
        ? undefined
        : {
            severity: 'warning',
            message: 'any error passes: no required validation looks at the error; add error_code or gov_error_class',
          }
    case 'success':
      return strong.length > 0
        ? undefined
        : { severity: 'warning', message: 'any reply without an error passes: no required validation looks at it' }
    default:
      return expects satisfies never
  }
}

function cannotFail({ check, severity, min, max, fields }: Validation): boolean {
  if (severity === 'advisory') return true
  return check === 'gov_audit_entries' && min === 0 && max === undefined && fields === undefined
}

const errorChecks =
  /^(error_code|gov_error_class|gov_refused|gov_not_approved|status_code|http_status|http_status_in|on_401_require_header)$/
const errorPath = /^(errors?|adcp_error)\b/

function looksAtError({ check, path }: Validation): boolean {
  return errorChecks.test(check) || (path !== undefined && errorPath.test(path))
}
