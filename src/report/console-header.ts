import type { RunReport, RunScope } from '../model/run-report.ts'
import type { Page } from './console-page.ts'
import { terminalSafe } from './terminal-safe.ts'

/** Who tested whom, against what. */
export function header(report: RunReport, page: Page): string[] {
  const { tool, target, adcp, agent } = report
  const name = [agent?.server?.name, agent?.server?.version].filter((part) => part !== undefined).join(' ')
  const found = agent?.protocolBecause ? `: ${agent.protocolBecause}` : ''
  const dates = report.settings.dates === 'shift' ? 'dates shifted' : 'dates as written'
  return [
    ...page.line(`${tool.name} ${tool.version}`, 0, 'bold'),
    ...page.labelled('agent', `${target.url}  (${target.protocol}${found}${name && `, ${terminalSafe(name, 80)}`})`),
    ...page.labelled('AdCP', `${adcp.line}, schemas of ${adcp.release}`),
    ...page.labelled('scope', scopeInWords(report.scope)),
    ...page.labelled('self-test', selfTestInWords(report)),
    ...page.labelled('run', `${report.runId}, ${report.startedAt}, ${dates}`),
  ]
}

function selfTestInWords({ selfTest, adcp }: RunReport): string {
  if (!selfTest) return `none of this build at AdCP ${adcp.line}`
  const { killed, faults, leftInPeace, variants, digest } = selfTest
  const caught = `${killed} of ${faults} faulty agents caught, ${leftInPeace} of ${variants} sound ones left in peace`
  return `${caught} (digest ${digest.slice(0, 8)})`
}

/** The name by which the verdict speaks of its scope. */
export function scopeName(scope: RunScope): string {
  return scope.kind !== 'selection'
    ? `${scope.id} (digest ${scope.digest.replace(/^sha256:/, '').slice(0, 8)})`
    : named(scope.storyboards)
}

function named(storyboards: readonly string[]): string {
  const more = storyboards.length - 3
  return storyboards.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function scopeInWords(scope: RunScope): string {
  return scope.kind !== 'selection' ? `${scopeName(scope)}  ${scope.title}` : `storyboards ${scopeName(scope)}`
}
