import { readFileSync } from 'node:fs'

/** Which of these storyboards docs/differences.md says nothing of. */
export function unexplained(ids: readonly string[]): readonly string[] {
  const text = readFileSync('docs/differences.md', 'utf8')
  return [...new Set(ids)].filter((id) => !text.includes(`\`${id}\``))
}
