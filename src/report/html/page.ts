import { createHash } from 'node:crypto'
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { RunReport } from '../../model/run-report.ts'
import { filters } from './filters.ts'
import { verdictHeader } from './header.ts'
import { requirementSection } from './requirements.ts'
import { script } from './script.ts'
import { stepSection } from './steps.ts'
import { style } from './style.ts'
import { timelineSection } from './timeline.ts'
import { words } from './words.ts'

/**
 * One file that a person decides by: nothing is loaded from elsewhere, and all of it can be read without scripts.
 * The policy in its head lets a browser run the one script and use the one style of this release, and nothing that a stranger put in.
 */
export function htmlReport(report: RunReport): string {
  const body = [
    h('a.skip', { href: '#requirements' }, 'Skip to the requirements'),
    verdictHeader(report),
    h('main', [filters(report), requirementSection(report), stepSection(report), timelineSection(report)]),
    h('footer', `${report.tool.name} ${report.tool.version} · run ${words(report.runId)}`),
  ]
  return `<!doctype html>\n${toHtml(h('html', { lang: 'en' }, [head(report), h('body', [...body, h('script', script)])]))}\n`
}

function head(report: RunReport): Element {
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', `${report.verdict.status}: AdCP governance report`),
    h('style', style),
  ])
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
