import { expect, it } from 'vitest'
import { openSchemaSet } from '../../load/schemas.ts'
import { adcpVersions } from '../../model/adcp-version.ts'
import { httpOutbound } from '../../reference/seller/http-outbound.ts'
import { openGovernancePeer } from './governance-peer.ts'

it('lets a seller ask and fetch over a connection that it keeps', async () => {
  const credential = 'g'.repeat(40)
  const peer = await openGovernancePeer({
    https: true,
    clock: { now: Date.now },
    newId: () => crypto.randomUUID(),
    adcp: adcpVersions['3.0'],
    schemas: openSchemaSet('3.0.6'),
    credential,
  })
  try {
    const outbound = httpOutbound({ loopback: true, timeoutMs: 5_000, certificate: peer.certificate ?? '' })
    const agent = { url: peer.url, credential }
    await outbound.check(agent, {})
    await outbound.check(agent, {})
    await outbound.document(peer.brandUrl)
    expect([peer.calls().length, peer.knocks()]).toEqual([2, 1])
  } finally {
    await peer.close()
  }
})
