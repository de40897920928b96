import { describe, expect, it } from 'vitest'
import { testIo } from '../io.fixture.ts'
import type { AgentOrder, LaunchedAgent } from './agent-order.ts'
import { loopFaultNamed } from './loop-fault.ts'
import { openLoop } from './open-loop.ts'

const urls = { sales: 'http://127.0.0.1:1/mcp', governance: 'https://127.0.0.1:2/mcp' }

/** Starts nothing, and writes down what was asked for. */
function stage(fails?: AgentOrder['agent']) {
  const orders: AgentOrder[] = []
  const seen: string[] = []
  const launch = async (order: AgentOrder): Promise<LaunchedAgent> => {
    orders.push(order)
    if (order.agent === fails) throw new Error('it does not start')
    return {
      url: urls[order.agent],
      learnBrand: async (brandUrl) => void seen.push(brandUrl),
      close: async () => void seen.push(`${order.agent} closed`),
    }
  }
  return { orders, seen, launch }
}

describe('both agents', () => {
  it('know each other, and a run knows both', async () => {
    const { orders, seen, launch } = stage()
    const loop = await openLoop({ adcpVersion: '3.0', launch }, testIo())
    const [sales, governance] = orders
    const [[buyer = ''] = [], [seller = ''] = []] = governance?.tokens ?? []
    expect(sales?.certificate).toEqual({ cert: governance?.certificate.cert })
    expect(governance?.tokens).toEqual([
      [buyer, 'buyer'],
      [seller, urls.sales],
    ])
    expect(seen).toEqual(['https://127.0.0.1:2/.well-known/brand.json'])
    expect(seller.length).toBeGreaterThanOrEqual(32)
    expect(loop.target).toEqual({
      url: urls.sales,
      credentials: { token: buyer },
      agents: {
        sales: { url: urls.sales, credentials: { token: buyer } },
        governance: {
          url: urls.governance,
          credentials: { token: buyer, principals: { seller: { token: seller } } },
          trust: governance?.certificate.cert,
        },
      },
      defaultAgent: 'sales',
    })
    await loop.close()
    expect(seen.slice(1).sort()).toEqual(['governance closed', 'sales closed'])
  })

  it('one of them gets the fault', async () => {
    const { orders, launch } = stage()
    const fault = loopFaultNamed('approves-over-budget')
    await openLoop({ adcpVersion: '3.1', launch, ...(fault && { fault }) }, testIo())
    expect(orders.map(({ agent, adcpVersion, fault: id }) => [agent, adcpVersion, id])).toEqual([
      ['sales', '3.1', undefined],
      ['governance', '3.1', 'approves-over-budget'],
    ])
  })

  it('none is left when the second does not start', async () => {
    const { seen, launch } = stage('governance')
    await expect(openLoop({ adcpVersion: '3.0', launch }, testIo())).rejects.toThrow('it does not start')
    expect(seen).toEqual(['sales closed'])
  })
})
