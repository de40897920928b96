// Runs the reference runner (@adcp/sdk) and this program on the same agents, storyboard by storyboard: `npm run compare`.
import { writeFileSync } from 'node:fs'
import { agents } from './compare/agents.ts'
import { countingProxy } from './compare/counting-proxy.ts'
import { unexplained } from './compare/explained.ts'
import { officialIds } from './compare/official.ts'
import { inWorker, type Result } from './compare/run-in-worker.ts'
import { agentTable, differing, summaryTable } from './compare/tables.ts'

const only = process.argv.find((word) => word.startsWith('--agent='))?.slice('--agent='.length)
const out = process.argv.find((word) => word.startsWith('--out='))?.slice('--out='.length)

const sections: string[] = []
const rows: { agent: string; reference: readonly Result[]; ours: readonly Result[] }[] = []
for (const agent of agents.filter(({ id }) => only === undefined || id === only)) {
  process.stderr.write(`${agent.id}\n`)
  const reference = await measured(agent, 'reference')
  const ours = await measured(agent, 'ours')
  rows.push({ agent: agent.id, reference, ours })
  sections.push(agentTable(agent, reference, ours))
}
const heading = `# Side by side with the reference runner

What \`npm run compare -- --out=docs/comparison.md\` printed; [differences](differences.md) explains it. In columns with two figures the first is the reference runner's.`
const text = [heading, summaryTable(rows), ...sections].join('\n\n')
if (out === undefined) process.stdout.write(`${text}\n`)
else writeFileSync(out, `${text}\n`)

const open = unexplained(rows.flatMap(({ reference, ours }) => differing(reference, ours)))
if (open.length > 0) {
  process.stderr.write(`docs/differences.md does not explain ${open.join(', ')}\n`)
  process.exitCode = 1
}

/** A fresh agent for each runner: neither sees what the other left behind. */
async function measured(agent: (typeof agents)[number], runner: 'reference' | 'ours'): Promise<readonly Result[]> {
  const served = await agent.start()
  const proxy = await countingProxy(served.url)
  try {
    return await inWorker(runner, proxy, officialIds())
  } finally {
    await proxy.close()
    await served.close()
  }
}
