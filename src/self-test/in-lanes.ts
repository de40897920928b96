/**
 * Does the work for each item, in as many lanes as given: each lane takes the next item when it is through with one.
 * What came of them stands in the order of the items. The first work that fails ends the lane it fails in, and rejects.
 */
export async function inLanes<Item, Result>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  const lane = async () => {
    for (const [at, item] of queue) results[at] = await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}
