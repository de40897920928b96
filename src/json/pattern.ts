import { RE2JS } from 're2js'
import { AuthoringDefect } from '../errors.ts'

/**
 * Whether a regular expression of a storyboard is found in a text of the agent, in time linear in the text.
 * @throws AuthoringDefect when it is none, or needs what linear time forbids: backreferences, lookaround
 */
export function patternFound(pattern: string, text: string): boolean {
  return compiled(pattern).matcher(text).find()
}

function compiled(pattern: string): RE2JS {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern))
  } catch {
    throw new AuthoringDefect(`${JSON.stringify(pattern)} is no regular expression that can be matched in linear time`)
  }
}
