import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileReport } from '../hostile-report.fixture.ts'
import { redact } from '../redact.ts'
import { richReport } from '../rich-report.fixture.ts'
import { configuredSecret } from '../rich-steps.fixture.ts'
import { htmlReport } from './page.ts'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
if (executablePath === undefined) console.info('No Chromium is installed: the HTML report is not tested in a browser.')

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

describe.skipIf(executablePath === undefined)('the HTML report in Chromium', { timeout: 30_000 }, () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] })
    folder = await mkdtemp(join(tmpdir(), 'html-report-'))
    await writeFile(join(folder, 'rich.html'), htmlReport(redact(richReport(), [configuredSecret])))
    await writeFile(join(folder, 'hostile.html'), htmlReport(hostileReport()))
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** A page, and everything that it said or asked for. */
  async function opened(file: string, hash = '', options: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 }, ...options })
    const noise: string[] = []
    const address = pathToFileURL(join(folder, file)).href
    page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => noise.push(`error: ${error.message}`))
    page.on('dialog', (dialog) => {
      noise.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== address) noise.push(`asked for ${request.url()}`)
    })
    await page.goto(`${address}${hash}`)
    return { page, noise }
  }

  const visible = (page: Page) =>
    page.locator('.card:not([data-away])').evaluateAll((cards) => cards.map((card) => card.id))

  it.each(['rich.html', 'hostile.html'])('%s says nothing on the console and asks for nothing', async (file) => {
    const { page, noise } = await opened(file)
    expect(await page.title()).toBe('error: AdCP governance report')
    expect(noise).toEqual([])
    await page.close()
  })

  it('filters by status and by words', async () => {
    const { page, noise } = await opened('rich.html')
    const all = await visible(page)
    await page.locator('input[value=satisfied]').uncheck()
    expect(await visible(page)).toEqual(all.filter((id) => id !== 'GOV-GA-050'))
    expect(await page.locator('#satisfied').isVisible()).toBe(false)
    await page.locator('input[value=satisfied]').check()
    await page.locator('h1').click()
    await page.keyboard.press('/')
    await page.keyboard.type('over the plan total')
    expect(await visible(page)).toEqual(['GOV-GA-040'])
    expect(await page.locator('#matches').textContent()).toBe(`1 of ${all.length} shown`)
    await page.keyboard.press('Escape')
    expect(await visible(page)).toEqual(all)
    expect(noise).toEqual([])
    await page.close()
  })

  it('tells the statuses of requirements from those of steps', async () => {
    const { page } = await opened('rich.html')
    const all = await visible(page)
    await page.locator('input[name=step][value=not_applicable]').uncheck()
    expect(await visible(page)).toEqual(all.filter((id) => !id.endsWith('check_delivery')))
    await page.close()
  })

  it('opens the step that a link names, wherever it is folded away', async () => {
    const step = 'step/governance-agent/status/status/first'
    const { page } = await opened('rich.html', `#${step}`)
    expect(await page.locator(`[id="${step}"]`).getAttribute('open')).toBe('')
    expect(await page.evaluate('document.activeElement.parentElement.id')).toBe(step)
    await page.close()
  })

  it.each(['rich.html', 'hostile.html'])('%s has a target for each of its links', async (file) => {
    const { page, noise } = await opened(file)
    const lost = await page.evaluate(
      `[...document.querySelectorAll('a[href^="#"]')]
        .map((link) => decodeURIComponent(link.hash.slice(1)))
        .filter((id) => document.getElementById(id) === null)`,
    )
    expect(lost).toEqual([])
    expect(noise).toEqual([])
    await page.close()
  })

  it('follows the same link again after its target was folded away', async () => {
    const { page } = await opened('rich.html')
    const link = page.locator('#GOV-GA-040 a[href^="#step/"]').first()
    await link.click()
    const id = decodeURIComponent((await link.getAttribute('href'))?.slice(1) ?? '')
    await page.locator(`[id="${id}"] > summary`).click()
    await page.locator('input[name=step][value=failed]').uncheck()
    await link.click()
    expect(await page.locator(`[id="${id}"] > .body`).isVisible()).toBe(true)
    await page.close()
  })

  it.each(['#%', '#%E0%A4%A', '#no-such-place', '#step/'])('bears the address %s', async (hash) => {
    const { page, noise } = await opened('rich.html', hash)
    expect(await page.locator('#matches').textContent()).toMatch(/^(\d+) of \1 shown$/)
    expect(noise).toEqual([])
    await page.close()
  })

  it.each(['rich.html', 'hostile.html'])('%s needs no sideways scrolling on a narrow screen', async (file) => {
    const { page } = await opened(file, '', { viewport: { width: 380, height: 800 } })
    await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(380)
    await page.close()
  })

  it('is light on paper, without the controls', async () => {
    const { page } = await opened('rich.html', '', { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await page.locator('#filters').isVisible()).toBe(false)
    await page.close()
  })

  it('can be read without scripts', async () => {
    const { page } = await opened('rich.html', '', { javaScriptEnabled: false })
    const text = await page.locator('body').innerText()
    expect(text).toContain('the decision is "approved", expected "denied"')
    expect(await page.locator('#filters').isVisible()).toBe(false)
    await page.close()
  })

  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s colours', async (colorScheme) => {
    const { page } = await opened('rich.html', '', { colorScheme, bypassCSP: true })
    await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    await page.addScriptTag({ path: axe })
    const found = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as readonly {
      readonly id: string
      readonly nodes: readonly { readonly html: string }[]
    }[]
    expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await page.close()
  })
})
