import { UsageError } from '../errors.ts'

/**
 * Does each in its turn, also after one of them could not be done.
 * @throws UsageError of all that could not, or the first error of another kind
 */
export async function allOf(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
  const problems: unknown[] = []
  for (const task of tasks) await task().catch((error: unknown) => problems.push(error))
  const bug = problems.find((problem) => !(problem instanceof UsageError))
  if (bug !== undefined) throw bug
  const words = problems.filter((problem) => problem instanceof UsageError).map(({ message }) => message)
  if (words.length > 0) throw new UsageError(words.join('\n'))
}
