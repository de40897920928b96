import { createRequire } from 'node:module'

interface StoryboardResult {
  readonly overall_passed: boolean
  readonly passed_count: number
  readonly failed_count: number
  readonly skipped_count: number
}

const sdk = createRequire(import.meta.url)('@adcp/sdk/testing') as {
  getComplianceStoryboardById(id: string): unknown
  runStoryboard(url: string, storyboard: unknown, options: object): Promise<StoryboardResult>
}

/** The runner of @adcp/sdk, as `adcp storyboard run <url> <id>` calls it. */
export async function gradeByReference(url: string, id: string) {
  const board = sdk.getComplianceStoryboardById(id)
  try {
    const result = await sdk.runStoryboard(url, board, { protocol: 'mcp', allow_http: true })
    return {
      verdict: result.overall_passed ? 'passed' : 'failed',
      passed: result.passed_count,
      failed: result.failed_count,
      skipped: result.skipped_count,
    }
  } catch (error) {
    return { verdict: `threw: ${error instanceof Error ? error.message : error}`, passed: 0, failed: 0, skipped: 0 }
  }
}
