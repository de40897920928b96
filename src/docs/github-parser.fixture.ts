import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

type Workflows = typeof import('@actions/workflow-parser')
type Actions = typeof import('@actions/workflow-parser/actions/index')

/** GitHub's own parser. It imports JSON in the way of bundlers, which Node refuses: so it is bundled. */
const { workflows, actions } = bundled<{ workflows: Workflows; actions: Actions }>(`
  export * as workflows from '@actions/workflow-parser'
  export * as actions from '@actions/workflow-parser/actions/index'
`)

/** What the parser has against a workflow; nothing when it is one. */
export async function workflowFaults(content: string): Promise<readonly string[]> {
  const trace = new workflows.NoOperationTraceWriter()
  const { context, value } = workflows.parseWorkflow({ name: 'workflow.yml', content }, trace)
  const template = value && (await workflows.convertWorkflowTemplate(context, value))
  const deeper = (template?.errors ?? []).map(({ Message }) => Message)
  return [...context.errors.getErrors().map(({ message }) => message), ...deeper]
}

/** What the parser has against an action.yml; nothing when it is one. */
export function actionFaults(content: string): readonly string[] {
  const trace = new workflows.NoOperationTraceWriter()
  const { context } = actions.parseAction({ name: 'action.yml', content }, trace)
  return context.errors.getErrors().map(({ message }) => message)
}

function bundled<Exports>(contents: string): Exports {
  const folder = mkdtempSync(join(tmpdir(), 'github-parser-'))
  try {
    const outfile = join(folder, 'parser.cjs')
    const stdin = { contents, resolveDir: import.meta.dirname }
    buildSync({ stdin, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' })
    return createRequire(import.meta.url)(outfile) as Exports
  } finally {
    rmSync(folder, { recursive: true })
  }
}
