import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { has3_1, type Installed, install3_1 } from '../adcp-3.1.fixture.ts'
import { said } from '../cli/io.fixture.ts'
import { describeSellersAt } from './seller-self-test.fixture.ts'

describe.skipIf(!has3_1('sellers'))('at AdCP 3.1, with its official schemas', () => {
  let installed: Installed
  beforeAll(async () => {
    installed = await install3_1()
  }, 60_000)
  afterAll(() => installed.remove())

  describeSellersAt('3.1', () => installed.bundles)

  it('the demo of the seller is conformant', { timeout: 60_000 }, async () => {
    const env = { ADCP_GOV_COMPLY_BUNDLES: installed.bundles }
    const { code, stdout } = await said('demo --role seller --adcp-version 3.1 --quiet --reporter json', env)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: { status: 'conformant' },
      scope: { id: 'governed-seller@3.1' },
    })
  })
})
