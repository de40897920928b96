import { AuthoringDefect } from '../errors.ts'
import { type PathToken, toPointer } from '../json/path.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import type { RequestChange } from '../model/run-report.ts'
import { placeholders } from './placeholders/index.ts'
import { isLeftOut } from './placeholders/optional.ts'
import { type Placeholder, type Resolution, unresolved } from './placeholders/placeholder.ts'
import type { Scope } from './scope.ts'

export interface Substituted {
  readonly value: Json
  readonly changes: readonly RequestChange[]
  /** Tokens without a value; when there are any, `value` must not be sent. */
  readonly unresolved: readonly { readonly pointer: string; readonly token: string; readonly why: string }[]
  /** Pointers to the values that the agent under test gave. */
  readonly fromAgent: ReadonlySet<string>
}

/**
 * Replaces every placeholder in a value. A string that is one whole token takes the token's typed value;
 * a token inside a longer string is written into it as text. A member whose optional value is not there is left out.
 */
export function substitute(value: Json, scope: Scope): Substituted {
  const changes: RequestChange[] = []
  const unresolved: Substituted['unresolved'][number][] = []
  const fromAgent = new Set<string>()

  function walk(node: Json, path: readonly PathToken[]): Json {
    if (typeof node === 'string') return text(node, path)
    if (Array.isArray(node)) return (node as readonly Json[]).map((item, i) => walk(item, [...path, i]))
    if (!isJsonObject(node)) return node
    const members = Object.entries(node).filter(([, item]) => !isLeftOut(item, scope))
    return Object.fromEntries(members.map(([key, item]) => [key, walk(item, [...path, key])]))
  }

  function text(node: string, path: readonly PathToken[]): Json {
    if (node.search(anyToken) < 0) return node
    const pointer = toPointer(path)
    const { value: resolved, resolutions } = resolveText(node, scope)
    for (const resolution of resolutions) {
      if (resolution.status === 'unresolved') unresolved.push({ pointer, token: resolution.token, why: resolution.why })
      else if (resolution.fromAgent) fromAgent.add(pointer)
    }
    const kind = resolutions.find((r) => r.status === 'resolved')?.kind
    if (kind) changes.push({ pointer, kind, from: node, to: resolved, why: `placeholder ${node}` })
    return resolved
  }

  return { value: walk(value, []), changes, unresolved, fromAgent }
}

function resolveText(text: string, scope: Scope): { value: Json; resolutions: readonly Resolution[] } {
  const whole = placeholders.map((p) => ({ p, match: p.pattern.exec(text) })).find(({ match }) => match?.[0] === text)
  if (whole?.match) {
    const resolution = resolve(whole.p, whole.match, scope)
    return { value: resolution.status === 'resolved' ? resolution.value : text, resolutions: [resolution] }
  }
  return resolveEmbedded(text, scope)
}

/** One pass over the authored text: what an agent's captured value contains is never read as a placeholder. */
function resolveEmbedded(text: string, scope: Scope): { value: string; resolutions: readonly Resolution[] } {
  const resolutions: Resolution[] = []
  const value = text.replace(anyToken, (token: string, ...groups: (string | undefined)[]) => {
    const which = placeholders.findIndex((_, i) => groups[i] !== undefined)
    const placeholder = placeholders[which]
    if (!placeholder) return token
    const resolution = resolve(placeholder, [token, groups[which]], scope)
    resolutions.push(resolution)
    return resolution.status === 'resolved' ? asText(resolution.value) : token
  })
  return { value, resolutions }
}

/** A token whose path is no path has no value either. */
function resolve(placeholder: Placeholder, [token, inner]: readonly (string | undefined)[], scope: Scope): Resolution {
  try {
    return placeholder.resolve(inner ?? '', scope)
  } catch (error) {
    if (error instanceof AuthoringDefect) return unresolved(token ?? '', error.message)
    throw error
  }
}

/** Each pattern has exactly one group, so group i belongs to placeholder i. */
const anyToken = new RegExp(placeholders.map((placeholder) => placeholder.pattern.source).join('|'), 'g')

function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
