import type { Json } from './json.ts'

/** Brand, credentials, addresses, amounts and dates that storyboards draw on with `$test_kit.<path>`. */
export interface TestKit {
  readonly id: string
  readonly name?: string
  readonly description?: string
  readonly [section: string]: Json | undefined
}
