import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from './package-root.ts'
import { messageOf, scratchFile } from './scratch-folder.fixture.ts'
import { loadTestKit } from './test-kit.ts'

const amounts = { total: 100, most: 80, rest: 20, part: 21, over: 101, raised: 150, overspend: 120 }

function kitWith(changed: Partial<typeof amounts>): string {
  return `id: kit\ngovernance:\n  amounts: ${JSON.stringify({ ...amounts, ...changed })}\n`
}

describe('a test kit', () => {
  it('needs an id and may hold anything else', async () => {
    const file = await scratchFile('id: kit\nauth: {api_key: k}\nsignals: {a: [1]}\n')
    expect((await loadTestKit(file)).value).toEqual({ id: 'kit', auth: { api_key: 'k' }, signals: { a: [1] } })
  })
  it('may leave out any part of its governance section', async () => {
    const file = await scratchFile('id: kit\ngovernance: {amounts: {total: 5, over: 6}}\n')
    expect((await loadTestKit(file)).value.governance).toEqual({ amounts: { total: 5, over: 6 } })
  })
  it('may have amounts with cents', async () => {
    const file = await scratchFile(kitWith({ total: 0.3, most: 0.1, rest: 0.2, part: 0.25 }))
    await expect(loadTestKit(file)).resolves.toBeDefined()
  })
  it('of this package is right', async () => {
    const folder = join(packageRoot(), 'test-kits')
    const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'))
    const kits = await Promise.all(files.map((name) => loadTestKit(join(folder, name))))
    expect(kits.map(({ value }) => value.id)).toContain('acme_outdoor')
  })
})

describe('a wrong test kit', () => {
  it.each([
    ['name: x\n', '1:1  the test kit needs "id"'],
    [
      'id: kit\ngovernance: {currency: usd}\n',
      '2:14  governance.currency is "usd", which does not have the form ^[A-Z]{3}$',
    ],
    [
      'id: kit\ngovernance: {caller: pinnacle}\n',
      '2:14  governance.caller is "pinnacle", which is not an address like https://seller.example/mcp',
    ],
    [
      'id: kit\ngovernance: {flight: {start: 2027-04-01}}\n',
      '2:23  governance.flight.start is "2027-04-01", which is not an instant like 2027-04-01T00:00:00Z',
    ],
    ['id: kit\ngovernance: {amounts: {total: "5"}}\n', '2:24  governance.amounts.total must be a number, not text'],
    [
      kitWith({ rest: 19 }),
      '3:35  governance.amounts.most + amounts.rest = governance.amounts.total must hold, but they are 80 + 19 and 100; storyboards count on it',
    ],
    [
      kitWith({ part: 101 }),
      '3:45  governance.amounts.part <= governance.amounts.total must hold, but they are 101 and 100; storyboards count on it',
    ],
    [
      kitWith({ over: 100 }),
      '3:13  governance.amounts.total < governance.amounts.over must hold, but they are 100 and 100; storyboards count on it',
    ],
    [
      'id: kit\ngovernance:\n  flight: {start: 2027-04-02T00:00:00Z, end: 2027-04-01T00:00:00Z}\n',
      '3:12  governance.flight.start < governance.flight.end must hold, but they are 2027-04-02T00:00:00Z and 2027-04-01T00:00:00Z; storyboards count on it',
    ],
  ])('%#', async (text, message) => {
    const file = await scratchFile(text)
    expect(await messageOf(loadTestKit(file), file)).toBe(message)
  })
})
