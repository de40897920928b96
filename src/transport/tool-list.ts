import type { Json } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import type { Refusal } from './refusal.ts'
import { unreachable } from './refusal.ts'
import type { Answer } from './rpc-answer.ts'

const mostPages = 20
const mostTools = 1_000
/** No task has a name this long; an agent must not fill a report with them. */
const longestName = 128

export interface ListedTool {
  readonly name: string
}

/** The tools in the agent's order; `refusal` says why the list is not complete. */
export interface ToolListing {
  readonly tools: readonly ListedTool[]
  readonly refusal?: Refusal
}

/** Reads tools/list page by page, to at most 20 pages and 1,000 tools. `ask` takes the cursor of the page. */
export async function readToolList(ask: (cursor?: string) => Promise<Answer>): Promise<ToolListing> {
  const tools: ListedTool[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages && tools.length < mostTools; page += 1) {
    const answer = await ask(cursor)
    if (answer.kind !== 'result') return { tools, refusal: answer }
    const listed = toolsIn(answer.result)
    if (!listed)
      return { tools, refusal: unreachable('not_protocol', 'the agent answered tools/list without a list of tools') }
    tools.push(...listed)
    cursor = cursorIn(answer.result)
    if (cursor === undefined) break
  }
  return { tools: tools.slice(0, mostTools) }
}

function toolsIn(result: Json): readonly ListedTool[] | undefined {
  if (!isJsonObject(result) || !Array.isArray(result.tools)) return undefined
  return (result.tools as readonly Json[]).flatMap((tool) =>
    isJsonObject(tool) && typeof tool.name === 'string' ? [{ name: tool.name.slice(0, longestName) }] : [],
  )
}

function cursorIn(result: Json): string | undefined {
  const cursor = isJsonObject(result) ? result.nextCursor : undefined
  return typeof cursor === 'string' && cursor !== '' ? cursor : undefined
}
