import type { StepVerdict } from '../model/verdict.ts'

/**
 * The detail of a verdict for people. What runner-output-contract prescribes letter by letter, for tools, is said in plain words here;
 * everything else is said as it is.
 */
export function skipWords(verdict: StepVerdict & { readonly detail: string }): string {
  if (verdict.status !== 'not_applicable') return verdict.detail
  const [, branch] = / contributed by (\S+) — \S+ is moot$/.exec(verdict.detail) ?? []
  if (branch !== undefined)
    return `one of several ways is enough here, and the agent took another (${branch}), so this one is left out; nothing needs doing`
  const [, peer] = / state provided by (\S+)$/.exec(verdict.detail) ?? []
  if (peer !== undefined)
    return `the agent lacks the tool, and another step does as well for what follows (${peer}); nothing needs doing`
  return verdict.detail
}
