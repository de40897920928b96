// @ts-check
// Takes the pictures of the documentation from a real run: npm run pictures. Needs Chromium, and util-linux for a terminal.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { root } from '../scripts/project.mjs'
import { indexedPng } from './pictures/indexed-png.mjs'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const columns = 104
/** Bytes; a page with both must load at once. */
const largest = 150 * 1024
const run = 'demo --fault approves-over-budget --storyboard governance_agent/denial'

/** What the browser runs to read a picture; as text, because this project knows no browser's types. */
const readPixels = `async (url) => {
  const image = new Image()
  image.src = url
  await image.decode()
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  return { width: image.width, height: image.height, pixels: [...data] }
}`

const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
const pictures = join(root, 'docs/pictures')
mkdirSync(pictures, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-lcd-text'] })
try {
  const text = terminal(`${run} --reporter html=${join(folder, 'report.html')}`)
  await take('console.png', (page) => page.setContent(asPage(`$ adcp-gov-comply ${run}\n${text}`)), '.terminal')
  await take('html.png', async (page) => void (await page.goto(pathToFileURL(join(folder, 'report.html')).href)))
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

/**
 * What the program writes to a terminal of these columns.
 * @param {string} words
 */
function terminal(words) {
  const command = `stty cols ${columns}; node ${join(root, 'bin/adcp-gov-comply.js')} ${words} 2>/dev/null || true`
  return execFileSync('script', ['-qec', command, '/dev/null'], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, TERM: 'xterm' },
  })
}

/**
 * @param {string} name
 * @param {(page: import('playwright-core').Page) => Promise<void>} open
 * @param {string} [part]
 */
async function take(name, open, part) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 760 }, colorScheme: 'light' })
  await open(page)
  const shot = part ? await page.locator(part).screenshot() : await page.screenshot()
  const png = indexedPng(await pixelsOf(shot, page))
  await page.close()
  if (png.length > largest) throw new Error(`${name} has ${png.length} bytes, and may have ${largest}`)
  writeFileSync(join(pictures, name), png)
  console.log(`${name}  ${png.length} bytes`)
}

/**
 * @param {Buffer} png
 * @param {import('playwright-core').Page} page
 */
async function pixelsOf(png, page) {
  await page.goto('about:blank')
  const url = `data:image/png;base64,${png.toString('base64')}`
  /** @type {{ width: number, height: number, pixels: number[] }} */
  const { width, height, pixels } = await page.evaluate(`(${readPixels})(${JSON.stringify(url)})`)
  return { width, height, rgba: Uint8Array.from(pixels) }
}

/** @param {string} text with the colours of a terminal */
function asPage(text) {
  return `<style>.terminal { display: inline-block; margin: 0; padding: 14px 18px; background: #0f141e; color: #d8dbe2; font: 13px/1.4 monospace }
b { color: #fff } .dim { color: #8b93a3 } .bad { color: #ff7b72 } .good { color: #7ee787 } .warn { color: #e3b341 }</style><pre class="terminal">${coloured(text)}</pre>`
}

/** @param {string} text */
function coloured(text) {
  const safe = text.replaceAll('\r', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').trimEnd()
  const marks = {
    1: '<b>',
    2: '<span class="dim">',
    31: '<span class="bad">',
    32: '<span class="good">',
    33: '<span class="warn">',
  }
  return safe.replace(
    new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`, 'g'),
    (_, code) => marks[/** @type {keyof typeof marks} */ (Number(code))] ?? (code === '22' ? '</b></span>' : '</span>'),
  )
}
