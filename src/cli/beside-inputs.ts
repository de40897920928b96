import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { assertWritable } from '../report/write.ts'

/**
 * Whether a file can be written that a command makes of others, found out before the work; `-` is stdout.
 * @throws UsageError when it cannot, or would take the place of one that is read
 */
export async function assertBesideInputs(flag: string, target: string, inputs: readonly string[]): Promise<void> {
  if (target === '-') return
  if (inputs.some((file) => resolve(file) === resolve(target)))
    throw new UsageError(`${flag} ${target} would take the place of what is read: name another file`)
  await assertWritable(target)
}
