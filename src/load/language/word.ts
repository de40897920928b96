/** Where a word of the storyboard language first appears: releases of the old storyboards (4.22, 4.23), AdCP 3.0, 3.1, after it; or with us. */
export type Since = 'old' | '3.0' | '3.1' | 'later' | 'ours'

/** A word of the language: what is done with it. `text` is for people and changes nothing; `blocked` says why a step with it is not run. */
export interface Word {
  readonly since: Since
  readonly use: 'run' | 'text' | 'blocked'
  readonly note: string
}

export const run = (since: Since, note: string): Word => ({ since, use: 'run', note })
export const text = (since: Since, note = ''): Word => ({ since, use: 'text', note })
export const blocked = (since: Since, note: string): Word => ({ since, use: 'blocked', note })

/** Words by the place where they stand. */
export type Words = Readonly<Record<string, Readonly<Record<string, Word>>>>
