/** How much of a name is like another: how many of its runs of three letters the other has, too. */
export function likeness(name: string, other: string): number {
  let shared = 0;
  for (let i = 0; i < name.length - 2; i++) if (other.indexOf(name.substr(i, 3)) >= 0) shared++;
  return shared;
}
