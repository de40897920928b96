import { createHmac } from 'node:crypto'

/** Ids that follow from a seed: whoever has it can tell that none was picked by hand. */
export function seededIds(seed: string): { uuid(): string; opaque(): string } {
  let [uuids, opaques] = [0, 0]
  return {
    uuid: () => uuidOf(bytes(seed, `uuid ${++uuids}`)),
    opaque: () => bytes(seed, `opaque ${++opaques}`).toString('hex').slice(0, 20),
  }
}

function bytes(seed: string, name: string): Buffer {
  return createHmac('sha256', seed).update(name).digest()
}

/** RFC 9562, version 4 in form. */
function uuidOf(random: Buffer): string {
  random[6] = ((random[6] ?? 0) & 0x0f) | 0x40
  random[8] = ((random[8] ?? 0) & 0x3f) | 0x80
  const hex = random.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
