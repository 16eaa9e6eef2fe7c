/** A clause's sentence in short: its id says it. */
export const sentenceOf = (id: string): string => id.replace(/-/g, ' ');
