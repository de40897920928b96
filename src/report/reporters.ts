import { UsageError } from '../errors.ts'
import type { RunReport } from '../model/run-report.ts'

/** A report as text. Loaded when it is asked for: most runs need one or two. */
export type Reporter = (report: RunReport) => string

/** The formats that `--reporter` knows, beside the console. */
export const reporterNames = [
  'json',
  'ndjson',
  'junit',
  'markdown',
  'github-summary',
  'github-annotations',
  'sarif',
  'ctrf',
  'tap',
  'html',
] as const

export type ReporterName = (typeof reporterNames)[number]

export interface ReporterRequest {
  readonly name: ReporterName
  /** A file, or `-` for stdout. */
  readonly path: string
}

/**
 * Reads `name[=path]`; without a path it goes to stdout.
 * @throws UsageError naming the formats
 */
export function parseReporter(word: string): ReporterRequest {
  const [, name = word, path = '-'] = /^([^=]+)(?:=(.+))?$/.exec(word) ?? []
  const known = reporterNames.find((one) => one === name)
  if (known) return { name: known, path }
  throw new UsageError(`--reporter "${word}": the formats are ${reporterNames.join(', ')}`)
}

export async function loadReporter(name: Exclude<ReporterName, 'ndjson'>): Promise<Reporter> {
  switch (name) {
    case 'json': {
      const [{ machineReport }, { jsonText }] = await Promise.all([import('./json.ts'), import('./json-text.ts')])
      return (report) => `${jsonText(machineReport(report), 2)}\n`
    }
    case 'junit':
      return (await import('./formats/junit.ts')).junitReport
    case 'markdown':
      return (await import('./formats/markdown.ts')).markdownReport
    case 'github-summary':
      return (await import('./formats/github.ts')).githubSummary
    case 'github-annotations':
      return (await import('./formats/github.ts')).githubAnnotations
    case 'sarif':
      return (await import('./formats/sarif.ts')).sarifReport
    case 'ctrf':
      return (await import('./formats/ctrf.ts')).ctrfReport
    case 'tap':
      return (await import('./formats/tap.ts')).tapReport
    case 'html':
      return (await import('./html/page.ts')).htmlReport
    default:
      return name satisfies never
  }
}
