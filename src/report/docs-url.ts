/** Where a person can read the page that a storyboard names as `doc_ref`. */
export function docsUrl(docRef: string): string {
  return docRef.startsWith('/') ? `https://adcontextprotocol.org/docs${docRef}` : docRef
}
