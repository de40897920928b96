import { UsageError } from '../errors.ts'
import type { LoadedBoard } from '../model/suite.ts'
import type { RunOptions } from './options.ts'

/**
 * In a run against several agents: each storyboard that names agents by key, and there is no other, finds them there.
 * @throws UsageError when not one of them does, so that nothing could come of the run: it says which name is missing, and which agent
 * of the run nobody speaks to
 */
export function checkAgentNames(boards: readonly LoadedBoard[], agents: RunOptions['agents']): void {
  const there = Object.keys(agents ?? {})
  if (agents === undefined || there.length === 0 || boards.length === 0) return
  const missing = boards.map((board) => namedIn(board).filter((key) => !there.includes(key)))
  if (missing.some((keys) => keys.length === 0)) return
  const absent = [...new Set(missing.flat())]
  const unused = there.filter((key) => !boards.some((board) => namedIn(board).includes(key)))
  throw new UsageError(
    `the storyboards speak to agents called ${[...new Set(boards.flatMap(namedIn))].join(', ')}, and this run has none called ${absent.join(', ')}${hint(absent, unused, agents)}`,
  )
}

function namedIn({ source }: LoadedBoard): readonly string[] {
  const { default_agent, phases } = source.value
  const keys = phases.flatMap(({ steps }) => steps.flatMap(({ agent }) => agent ?? []))
  return [...new Set([...keys, ...(default_agent === undefined ? [] : [default_agent])])].sort()
}

/** One name is missing, and one agent is left over: it is likely to be the same. */
function hint(absent: readonly string[], unused: readonly string[], agents: NonNullable<RunOptions['agents']>): string {
  const [key, ...others] = absent
  const [left, ...more] = unused
  const isPlain = left !== undefined && others.length === 0 && more.length === 0
  if (!isPlain) return `: name each with --agent ${key}=<url>`
  return `; did you mean --agent ${key}=${agents[left]?.url}, which is called ${left} here?`
}
