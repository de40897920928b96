import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { create } from 'tar'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addBundle } from './add.ts'
import { type DownloadLimits, download } from './download.ts'
import { scratch, smallBundle } from './small-bundle.fixture.ts'

/** The address of a server on this machine, without a slash at its end. */
async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function archive(): Promise<Buffer> {
  const root = await smallBundle()
  const file = join(await scratch(), 'bundle.tgz')
  await create({ gzip: true, file, cwd: dirname(root) }, [basename(root)])
  return readFile(file)
}

async function refusal(address: string, limits?: DownloadLimits): Promise<string> {
  const error = await download(address, join(await scratch(), 'file'), limits).catch((reason: Error) => reason)
  expect(error).toMatchObject({ name: 'UsageError' })
  return error instanceof Error ? error.message : ''
}

it('fetches a bundle, follows its own host, and checks the checksum', async () => {
  const bytes = await archive()
  const address = await served(({ url }, response) => {
    if (url === '/latest') response.writeHead(302, { location: '/3.1.7.tgz' }).end()
    else response.end(bytes)
  })
  const bundles = await scratch()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(await addBundle(`${address}/latest`, bundles, { sha256 })).toEqual({
    release: '3.1.7',
    folder: join(bundles, '3.1.7'),
    sha256,
  })
  await expect(addBundle(`${address}/latest`, bundles, { sha256: 'ab'.repeat(32) })).rejects.toThrow(
    /latest has the SHA-256 \w{64}, not the one given: nothing was installed/,
  )
})

describe('is refused', () => {
  const limits = { bytes: 1000, milliseconds: 100 }

  it('plain http from elsewhere', async () => {
    expect(await refusal('http://bundles.example/a.tgz')).toMatch(/must come over https$/)
  })

  it('a redirect to another host, which is told', async () => {
    const address = await served((_, response) => {
      response.writeHead(301, { location: 'https://elsewhere.example/a.tgz' }).end()
    })
    expect(await refusal(address)).toBe(
      `${address}/ redirects to another host, https://elsewhere.example/a.tgz: give that address if you trust it`,
    )
  })

  it('a circle of redirects', async () => {
    const address = await served((_, response) => {
      response.writeHead(307, { location: '/' }).end()
    })
    expect(await refusal(address)).toMatch(/redirects more than 3 times/)
  })

  it('another answer than the archive', async () => {
    const address = await served((_, response) => {
      response.writeHead(404).end('none')
    })
    expect(await refusal(address)).toMatch(/answers HTTP 404: nothing was installed$/)
  })

  it.each([true, false])('more than a bundle has reason to be, told before: %s', async (told) => {
    const address = await served((_, response) => {
      if (told) response.setHeader('content-length', 5000)
      response.end('x'.repeat(5000))
    })
    expect(await refusal(address, limits)).toMatch(/is larger than a bundle has reason to be/)
  })

  it('a body that never ends', async () => {
    const address = await served((_, response) => {
      response.write('x')
    })
    expect(await refusal(address, limits)).toBe(
      `${address} cannot be fetched: it took more than 0.1 s. Nothing was installed`,
    )
  })

  it('an address where nobody is', async () => {
    expect(await refusal('http://127.0.0.1:9/a.tgz')).toMatch(/cannot be fetched: .*(ECONNREFUSED|bad port)/)
  })
})
