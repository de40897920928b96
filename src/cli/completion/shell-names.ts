/** The shells that a script can be made for. */
export const shellNames = ['bash', 'zsh', 'fish'] as const

export type ShellName = (typeof shellNames)[number]
