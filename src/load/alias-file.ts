import { existsSync } from 'node:fs'
import { AuthoringError } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { readText } from './yaml-file.ts'

/**
 * The agents that the official command line has saved, by alias, as it wrote them; none when there is no such file.
 * @throws AuthoringError when it is not the JSON that the official command line writes
 */
export async function loadAliases(file: string): Promise<Readonly<Record<string, JsonObject>>> {
  if (!existsSync(file)) return {}
  const { agents = {} } = parsed(await readText(file), file)
  if (!isJsonObject(agents)) throw unlike(file, '"agents" must hold agents by alias')
  return Object.fromEntries(
    Object.entries(agents).map(([alias, agent]) => {
      if (isJsonObject(agent)) return [alias, agent]
      throw unlike(file, `the agent "${alias}" must be an object with a "url"`)
    }),
  )
}

/** The parser's own words may repeat what stands in the file, and that may be a token. */
function parsed(text: string, file: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text)
    if (isJsonObject(value)) return value
  } catch {
    throw unlike(file, 'the file is not JSON; save the agent again with the official command line, or mend it')
  }
  throw unlike(file, 'the file must hold a JSON object with "agents"')
}

function unlike(file: string, message: string): AuthoringError {
  return new AuthoringError([{ file, line: 1, column: 1, message }])
}
