/**
 * The clauses of the table with what is known of them.
 * @param {import('./compat-data.mjs').CompatData} data
 * @returns {[string, { __compat: { description: string }, evidence: import('./statements.mjs').Evidence[] }][]}
 */
export function clausesOf(data) {
  const { close } = /** @type {Record<string, any>} */ (data.api.RTCPeerConnection);
  return Object.entries(close).filter(([key]) => key !== '__compat');
}
