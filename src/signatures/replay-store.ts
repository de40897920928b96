/** The nonces that were seen, by key: one store for a whole run, so that a signature used at two places is noticed. */
export class ReplayStore {
  /** Unix seconds until which a nonce counts, by nonce, by key id. */
  readonly #seen = new Map<string, Map<string, number>>()

  /** Nonces of one key that count at a time; one key must not fill the memory of a run. */
  constructor(readonly mostPerKey = 10_000) {}

  has(keyid: string, nonce: string, now: number): boolean {
    return (this.#seen.get(keyid)?.get(nonce) ?? 0) > now
  }

  isFull(keyid: string, now: number): boolean {
    const nonces = this.#seen.get(keyid)
    if (nonces === undefined || nonces.size < this.mostPerKey) return false
    for (const [nonce, until] of nonces) if (until <= now) nonces.delete(nonce)
    return nonces.size >= this.mostPerKey
  }

  add(keyid: string, nonce: string, until: number): void {
    const nonces = this.#seen.get(keyid) ?? new Map<string, number>()
    this.#seen.set(keyid, nonces.set(nonce, until))
  }
}
