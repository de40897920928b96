// @ts-check
import { crc32, deflateSync } from 'node:zlib'

/** Steps between two shades of a channel that are tried, the finest first. */
const steps = [5, 15, 17, 51]

/**
 * Pixels as a PNG of at most 256 colours: a fraction of what Chromium makes of text. Shades are made coarser until they fit.
 * @param {{ width: number, height: number, rgba: Uint8Array }} picture
 */
export function indexedPng({ width, height, rgba }) {
  const { palette, indices } = indexed(rgba)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** @param {Uint8Array} rgba */
function indexed(rgba) {
  for (const step of steps) {
    const known = new Map()
    const indices = new Uint8Array(rgba.length / 4)
    for (let i = 0; i < indices.length; i += 1) {
      const colour = rounded(rgba, i * 4, step)
      if (!known.has(colour)) known.set(colour, known.size)
      indices[i] = known.get(colour)
      if (known.size > 256) break
    }
    if (known.size <= 256) return { palette: [...known.keys()], indices }
  }
  throw new Error('the picture has too many colours')
}

/** @param {Uint8Array} rgba @param {number} at @param {number} step */
function rounded(rgba, at, step) {
  const shade = (/** @type {number} */ i) => Math.round((rgba[at + i] ?? 0) / step) * step
  return (shade(0) << 16) | (shade(1) << 8) | shade(2)
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
