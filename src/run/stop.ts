/** One signal for the deadline of a run and for whoever ends it from outside; its reason says which. */
export function stopAfter(
  milliseconds: number,
  signal: AbortSignal | undefined,
): { signal: AbortSignal; done(): void } {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort('deadline'), milliseconds)
  const passOn = () => controller.abort(signal?.reason)
  if (signal?.aborted) passOn()
  signal?.addEventListener('abort', passOn)
  return {
    signal: controller.signal,
    done: () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', passOn)
    },
  }
}
