import { runnerWords } from './runner-words.ts'
import { stepWords } from './step-words.ts'
import { storyboardWords } from './storyboard-words.ts'

/** Every word that a storyboard may use, by place, except the kinds of checks. docs/language.md is made from it: npm run publish-language. */
export const languageTable = { ...storyboardWords, ...stepWords, ...runnerWords }
