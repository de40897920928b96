import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { Json, JsonObject } from '../model/json.ts'
import type { RunReport, StepReport } from '../model/run-report.ts'
import { machineReport } from './json.ts'
import { richReport } from './rich-report.fixture.ts'

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
addFormats.default(ajv)
const schemaFile = new URL('../../schemas/report.schema.json', import.meta.url)

/** Validates a machine report. */
export const validReport = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)

/** What schemas/report.schema.json has against the machine report of this run. */
export const schemaErrors = (report: RunReport) => {
  validReport(JSON.parse(JSON.stringify(machineReport(report))))
  return validReport.errors ?? []
}

/** A rich report whose only step is this one. */
export function withStep(only: StepReport): RunReport {
  const phase = { id: 'p', title: 'P', status: only.verdict.status, steps: [only] }
  return {
    ...richReport(),
    storyboards: [{ id: 'b', title: 'B', file: 'b.yaml', status: only.verdict.status, phases: [phase] }],
  }
}

/** The first object, at any depth, whose member has this value. */
export function find(value: Json, key: string, wanted: string): JsonObject {
  const open: Json[] = [value]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (typeof next !== 'object' || next === null) continue
    if (!Array.isArray(next) && (next as JsonObject)[key] === wanted) return next as JsonObject
    open.push(...(Object.values(next) as Json[]))
  }
  throw new Error(`no ${key} ${wanted}`)
}
