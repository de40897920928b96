import { expect, it } from 'vitest'
import { parsedAhead } from './parsed-ahead.ts'
import { shippedStoryboards } from './shipped.ts'
import { parseYaml, readText } from './yaml-file.ts'

it('is what parsing would give, values and places', async () => {
  const texts = await Promise.all((await shippedStoryboards()).map(readText))
  const pairs = await Promise.all(texts.map(async (text) => [await parsedAhead(text), text] as const))
  const ahead = pairs.filter(([parsed]) => parsed !== undefined)
  // A storyboard that was changed after the build is parsed anew.
  expect(ahead.length).toBeGreaterThan(0)
  for (const [parsed, text] of ahead.slice(0, 5))
    expect(parsed).toEqual(JSON.parse(JSON.stringify(parseYaml(text, 'x'))))
})

it('is not there for another text, not even by a space', async () => {
  const [file = ''] = await shippedStoryboards()
  expect(await parsedAhead(`${await readText(file)} `)).toBeUndefined()
})
