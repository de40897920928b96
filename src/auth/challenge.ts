const timeoutMs = 5_000

/**
 * Where the agent's answer to a request without credentials says that its metadata stand (`resource_metadata`, RFC 9728,
 * section 5.1); undefined when it says nothing of the kind. Never rejects.
 */
export async function challengeOf(agentUrl: string, signal: AbortSignal): Promise<string | undefined> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  try {
    const response = await fetch(agentUrl, {
      signal: limit,
      redirect: 'manual',
      headers: { accept: 'text/event-stream' },
    })
    await response.body?.cancel()
    return response.status === 401 ? metadataIn(response.headers.get('www-authenticate') ?? '') : undefined
  } catch {
    return undefined
  }
}

function metadataIn(challenge: string): string | undefined {
  const [, address] = /\bresource_metadata="([^"\\]{1,2048})"/i.exec(challenge) ?? []
  return address !== undefined && URL.canParse(address) ? address : undefined
}
