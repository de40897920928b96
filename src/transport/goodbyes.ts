const patientMs = 2_000
const impatientMs = 100

/** How long a run waits, in milliseconds, for an agent to end its sessions. An agent that let one goodbye hang is not waited for again. */
export class Goodbyes {
  #hung = false

  get waitMs(): number {
    return this.#hung ? impatientMs : patientMs
  }

  hung(): void {
    this.#hung = true
  }
}
