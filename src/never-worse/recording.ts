/** What a fact is about: what was heard, in which order, what a member read, what a call did, or what the page's own code saw. */
export type Part = 'heard' | 'order' | 'read' | 'called' | 'page';

/** What a fact is about, without what it came to. */
export interface Subject {
  part: Part;
  /** Such as `channel first`. */
  object: string;
  /** An event's type, or a member's name. */
  member: string;
  /** How it was listened, or what a call was given. */
  way: string;
  /** `before`, `inside close()`, `at once`, `after close()`, … */
  when: string;
  /** What of it: `times`, `isTrusted`, `value`, … */
  facet: string;
}

/** One thing that was seen. */
export interface Fact extends Subject {
  value: string;
}

/** Something that was heard: its place in the list is its place in time. */
export interface Heard {
  object: string;
  type: string;
  way: string;
  when: string;
  facets: Record<string, string>;
}

/** All that was seen of a moment in one realm. */
export interface Recording {
  facts: Fact[];
  /** What each connection heard, by the group of ways it was listened in. */
  heard: Record<string, Heard[]>;
  /** What could not be looked at, with the reason: not a loss, and not to be passed over in silence. */
  skipped: string[];
}

/** The subject of a fact as one string. */
export const keyOf = ({ part, object, member, way, when, facet }: Subject): string => [part, object, member, way, when, facet].join('|');
