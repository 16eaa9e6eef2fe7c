/** How much of a name is like another: how many of its runs of three letters, and of what is left at its end, the other has, too. */
export const likeness = (name: string, other: string): number => name.split('').filter((_letter, i) => other.indexOf(name.substr(i, 3)) >= 0).length;
