/**
 * What work comes to, unless it takes longer than these milliseconds or the signal ends it. For work that cannot be stopped: it
 * runs on, and what it comes to is of no account.
 */
export async function withinTime<T>(work: Promise<T>, milliseconds: number, signal: AbortSignal): Promise<T> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(milliseconds)])
  const { promise: ended, reject } = withReject()
  const end = () => reject(limit.reason)
  limit.addEventListener('abort', end, { once: true })
  if (limit.aborted) end()
  try {
    return await Promise.race([work, ended])
  } finally {
    limit.removeEventListener('abort', end)
  }
}

function withReject(): { readonly promise: Promise<never>; readonly reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => {}
  const promise = new Promise<never>((_resolve, fail) => {
    reject = fail
  })
  return { promise, reject }
}
