/** Breaks text at spaces into lines of at most `width` columns; a word that is longer is broken where it must be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<= )(?! )/)) {
    if (columns(line) + columns(word.trimEnd()) <= width) {
      line += word
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    const pieces = broken(word, width)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...lines, line.trimEnd()]
}

/** As much of the start of the text as fits in `width` columns. */
export function firstColumns(text: string, width: number): string {
  return broken(text, width)[0] ?? ''
}

/** Columns a terminal uses: two for East Asian wide characters and emoji, none for combining marks. */
export function columns(text: string): number {
  let sum = 0
  for (const char of text) sum += wide.test(char) ? 2 : mark.test(char) ? 0 : 1
  return sum
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const mark = /\p{M}/u

function broken(word: string, width: number): string[] {
  if (columns(word.trimEnd()) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const char of word) {
    if (columns(piece) + columns(char) > width && piece !== '') {
      pieces.push(piece)
      piece = ''
    }
    piece += char
  }
  return [...pieces, piece]
}
