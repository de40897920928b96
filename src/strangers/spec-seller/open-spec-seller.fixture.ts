import { GovernanceLine } from './governance-line.fixture.ts'
import { serveTools, type Tools } from './mcp-server.fixture.ts'
import { SpecSeller, type SpecSellerOptions } from './spec-seller.fixture.ts'

export interface ServedSeller {
  readonly url: string
  close(): Promise<void>
}

/** Serves the seller on any free port of this machine. */
export async function openSpecSeller(options: SpecSellerOptions): Promise<ServedSeller> {
  const line = new GovernanceLine(options.trusted, 700)
  let tools: Tools | undefined
  const served = await serveTools(options.principals, () => {
    if (tools === undefined) throw new Error('not open yet')
    return tools
  })
  tools = new SpecSeller(options, options.habits.address ?? served.url, line)
  return {
    url: served.url,
    async close() {
      served.close()
      await line.close()
    },
  }
}
