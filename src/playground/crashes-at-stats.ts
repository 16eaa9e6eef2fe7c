/** Whether the browser is one that crashes when `getStats()` is called around `close()` (Chromium 64 to 73). */
export function crashesAtStats(userAgent: string): boolean {
  const found = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent);
  return found !== null && +found[1]! >= 64 && +found[1]! <= 73;
}
