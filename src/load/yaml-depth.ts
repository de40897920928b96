import { Lexer } from 'yaml'

const deepest = 100

/**
 * The offset where a text goes too many levels down, if it does. The parser calls itself for each level and could bring the whole
 * process down; the lexer does not, so it is asked first.
 */
export function tooDeepAt(text: string): number | undefined {
  const depth = new Depth()
  let offset = 0
  for (const token of new Lexer().lex(text)) {
    if (depth.after(token) > deepest) return offset
    if (!marks.has(token)) offset += token.length
  }
  return undefined
}

const scalarMark = '\x1f'
/** Tokens that stand for no text: document start, flow error end, scalar. */
const marks = new Set(['\x02', '\x18', scalarMark])
const newLines = new Set(['\n', '\r\n'])
const blockIndicators = new Set(['-', '?', ':'])

/** Counts the levels that are open: brackets, indentation, and indicators such as the three in `- - - x`. */
class Depth {
  private brackets = 0
  private indicators = 0
  private indents: readonly number[] = []
  private atLineStart = true
  private inScalar = false

  after(token: string): number {
    if (this.inScalar || token === scalarMark) this.inScalar = token === scalarMark
    else if (newLines.has(token)) this.startLine()
    else this.count(token)
    return this.brackets + this.indicators + this.indents.length
  }

  private startLine(): void {
    this.atLineStart = true
    this.indicators = 0
  }

  private count(token: string): void {
    if (this.atLineStart) {
      const column = /^ +$/.test(token) ? token.length : 0
      this.indents = [...this.indents.filter((indent) => indent < column), column]
      this.atLineStart = false
    }
    if (token === '[' || token === '{') this.brackets += 1
    if (token === ']' || token === '}') this.brackets -= 1
    if (this.brackets === 0 && blockIndicators.has(token)) this.indicators += 1
  }
}
