import { EvidenceRefused, UsageError } from '../errors.ts'

/**
 * Does something with what a bundle holds, which is anybody's word: when it breaks this program, the bundle is refused.
 * @throws EvidenceRefused, and UsageError for what the person at the shell can mend
 */
export async function guarded<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UsageError) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new EvidenceRefused(`${what}: ${why}`, { cause: error })
  }
}
