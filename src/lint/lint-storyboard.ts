import type { Located } from '../model/located.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { Finding, LintContext } from './rule.ts'
import { rules } from './rules/index.ts'

/** What all rules find in one storyboard, from top to bottom. */
export function lintStoryboard(board: Located<Storyboard>, context: LintContext): readonly Finding[] {
  return rules
    .flatMap((rule) =>
      rule.find(board, context).map(
        ({ path, severity, message }): Finding => ({
          file: board.file,
          ...board.locate(path),
          rule: rule.name,
          severity,
          message,
        }),
      ),
    )
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
}
