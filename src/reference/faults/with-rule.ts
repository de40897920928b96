import type { AgentParts } from '../governance-agent/parts.ts'
import type { RuleSet } from '../governance-agent/rules/index.ts'
import { nothing, type Rule } from '../governance-agent/rules/rule.ts'

/** The same agent with another rule in the place of one of its own. */
export function withRule(parts: AgentParts, name: keyof RuleSet, change: (rule: Rule) => Rule): AgentParts {
  return { ...parts, rules: { ...parts.rules, [name]: change(parts.rules[name]) } }
}

/** The same agent, blind for what the rule looks at. */
export function withoutRule(parts: AgentParts, name: keyof RuleSet): AgentParts {
  return withRule(parts, name, () => () => nothing)
}
