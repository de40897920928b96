import type { Fault } from '../fault.ts'
import { expectsReportsOfIntents } from './expects-reports-of-intents.ts'
import { ignoresThePace } from './ignores-the-pace.ts'
import { ignoresWhatWasSpent } from './ignores-what-was-spent.ts'
import { ignoresWhereItWasDelivered } from './ignores-where-it-was-delivered.ts'
import { looksAtThePeriodOnly } from './looks-at-the-period-only.ts'
import { neverExpectsAReport } from './never-expects-a-report.ts'
import { playsDownOverspend } from './plays-down-overspend.ts'
import { takesAnyDeliveryReport } from './takes-any-delivery-report.ts'
import { takesDeliveryWithoutMetrics } from './takes-delivery-without-metrics.ts'
import { toleratesAQuarterAbroad } from './tolerates-a-quarter-abroad.ts'

export const deliveryFaults = [
  ignoresWhereItWasDelivered,
  toleratesAQuarterAbroad,
  takesDeliveryWithoutMetrics,
  ignoresWhatWasSpent,
  ignoresThePace,
  expectsReportsOfIntents,
  neverExpectsAReport,
  playsDownOverspend,
  takesAnyDeliveryReport,
  looksAtThePeriodOnly,
] as const satisfies readonly Fault[]
