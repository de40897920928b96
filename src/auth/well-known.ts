/** Where protected resource metadata may stand: with the path of the resource, and for the whole site (RFC 9728, section 3.1). */
export function resourcePlaces(agentUrl: string): readonly string[] {
  const { origin, pathname } = new URL(agentUrl)
  const place = `${origin}/.well-known/oauth-protected-resource`
  return [...new Set([`${place}${bare(pathname)}`, place])]
}

/**
 * Where the metadata of an authorization server may stand: RFC 8414, section 3.1, then OpenID Connect discovery in the places
 * that servers use for an issuer with a path.
 */
export function authorizationServerPlaces(issuer: string): readonly string[] {
  const { origin, pathname } = new URL(issuer)
  const path = bare(pathname)
  return [
    ...new Set([
      `${origin}/.well-known/oauth-authorization-server${path}`,
      `${origin}/.well-known/openid-configuration${path}`,
      `${origin}${path}/.well-known/openid-configuration`,
    ]),
  ]
}

function bare(pathname: string): string {
  return pathname.replace(/\/+$/, '')
}
