import type { Diagnosis } from '../doctor/examine.ts'
import type { Finding } from '../doctor/finding.ts'
import type { JsonObject } from '../model/json.ts'
import type { Mark, Page } from '../report/console-page.ts'
import { counted } from '../report/counted.ts'

/** 4 when an agent could not be asked, 1 when something is bad, else 0: warnings decide nothing. */
export function diagnosesExitCode(diagnoses: readonly Diagnosis[]): 0 | 1 | 4 {
  if (diagnoses.some(({ reached }) => !reached)) return 4
  return diagnoses.some(({ findings }) => findings.some(({ level }) => level === 'bad')) ? 1 : 0
}

/** Diagnoses for people: a line for each finding, and what to do about it. */
export function diagnosesText(diagnoses: readonly Diagnosis[], page: Page): string[] {
  return [...diagnoses.flatMap((one) => diagnosisText(one, page)), '', ...page.line(sum(diagnoses))]
}

/** Diagnoses for programs, snake_case as in the machine report. */
export function machineDiagnoses(diagnoses: readonly Diagnosis[]): JsonObject {
  return {
    doctor_version: '1',
    exit_code: diagnosesExitCode(diagnoses),
    agents: diagnoses.map(({ url, reached, findings }) => ({
      url,
      reached,
      findings: findings.map((finding) => ({ ...finding })),
    })),
  }
}

const marks = { ok: 'passed', warn: 'warning', bad: 'failed' } as const satisfies Record<Finding['level'], Mark>
/** The longest name of an area, and room behind it. */
const margin = 14

function diagnosisText({ url, findings }: Diagnosis, page: Page): string[] {
  return [
    ...page.heading(url),
    ...findings.flatMap(({ area, level, what, remedy }) => [
      ...page.item(marks[level], `${area.padEnd(margin)}${what}`),
      ...(remedy === undefined ? [] : page.line(remedy, margin + 2, 'dim')),
    ]),
  ]
}

function sum(diagnoses: readonly Diagnosis[]): string {
  const levels = diagnoses.flatMap(({ findings }) => findings.map(({ level }) => level))
  const bad = levels.filter((level) => level === 'bad').length
  const warnings = levels.filter((level) => level === 'warn').length
  const code = diagnosesExitCode(diagnoses)
  const next = code === 0 ? 'a run can begin' : code === 1 ? 'a run can begin, and would fail' : 'no run is possible'
  return `${counted(bad, 'problem')}, ${counted(warnings, 'warning')}: ${next} (exit ${code})`
}
