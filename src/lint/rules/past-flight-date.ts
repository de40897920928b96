import { isJsonObject, type Json } from '../../model/json.ts'
import type { Step } from '../../model/storyboard.ts'
import type { Defect, Path, Rule } from '../rule.ts'
import { stepsOf } from '../walk.ts'

const meantToBePast = 2 * 365 * 86_400_000
const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

/** A flight in the past is refused by many agents for that alone. A date of more than two years ago is taken as meant. */
export const pastFlightDate: Rule = {
  name: 'past-flight-date',
  summary: 'A sample request has a flight that is past.',
  find({ value }, { now }) {
    return stepsOf(value)
      .filter(({ step }) => !expectsError(step))
      .flatMap(({ step, path }) => {
        const { context: _, ...request } = step.sample_request ?? {}
        return flightDates(request, [...path, 'sample_request'])
      })
      .filter(({ at }) => at < now && at > now - meantToBePast)
      .map(({ text, path }): Defect => {
        const message = `${path.at(-1)} ${text} is past: give a later date, or every run must move it`
        return { path, severity: 'warning', message }
      })
  },
}

function expectsError(step: Step): boolean {
  return step.gov_reply === 'error' || (step.gov_reply === undefined && step.expect_error === true)
}

interface FlightDate {
  readonly text: string
  readonly at: number
  readonly path: Path
}

function flightDates(node: Json, path: Path): readonly FlightDate[] {
  if (typeof node === 'string')
    return isFlightKey(path) && instant.test(node) ? [{ text: node, at: Date.parse(node), path }] : []
  if (Array.isArray(node)) return (node as readonly Json[]).flatMap((item, i) => flightDates(item, [...path, i]))
  if (!isJsonObject(node)) return []
  return Object.entries(node).flatMap(([key, item]) => flightDates(item, [...path, key]))
}

/** `start` and `end` alone may belong to a reporting period, which is past by nature. */
function isFlightKey(path: Path): boolean {
  const [parent, key] = path.slice(-2)
  return key === 'start_time' || key === 'end_time' || (parent === 'flight' && (key === 'start' || key === 'end'))
}
