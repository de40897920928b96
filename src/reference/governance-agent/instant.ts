/** Milliseconds since the epoch as an ISO 8601 instant in UTC. */
export function iso(at: number): string {
  return new Date(at).toISOString()
}
