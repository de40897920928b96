import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Page {
  /** Relative to the repository. */
  readonly path: string
  readonly text: string
}

/** Everything that is written for people. */
export const pages: readonly Page[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** The fenced blocks of a page that are of one of these languages. */
export function blocks({ text }: Page, ...languages: readonly string[]): readonly string[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, language = '', block = '']) =>
    languages.includes(language) ? [block] : [],
  )
}

/** The words behind the program's name, of every line in the shell blocks of a page that calls it. */
export function calls(page: Page): readonly (readonly string[])[] {
  return blocks(page, 'sh')
    .flatMap((block) => block.replaceAll('\\\n', ' ').split(/\n|&&|<\(|\|/))
    .flatMap((line) => {
      const [, rest] = /^\s*(?:npx (?:--yes )?|node bin\/)?adcp-gov-comply(?:\.js)?(?= |$|\))(.*)/.exec(line) ?? []
      return rest === undefined ? [] : [shellWords(rest)]
    })
}

/** The words of a line as a shell parts them, up to a comment. */
function shellWords(line: string): readonly string[] {
  const words = line.matchAll(/(?:^|\s)(#.*$)|((?:'[^']*'|"[^"]*"|[^\s'")])+)/g)
  const found: string[] = []
  for (const [, comment, word] of words) {
    if (comment !== undefined) break
    if (word !== undefined) found.push(word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'))
  }
  return found
}
