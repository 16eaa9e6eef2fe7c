/** Something that a page does to its realm, before or after the shim is there. */
export interface Setup {
  name: string;
  when: 'before' | 'after';
  code: string;
  /** Addresses of what it runs first. */
  scripts?: string[];
  /**
   * `holds` (default): it does not concern the contract, which is kept. `blocked`: the shim steps aside as a whole and says so.
   * `either` of the two, as the engine needs what can't be patched or not. `native`: nothing is thrown, and all that the
   * contract does not reach is as without the shim.
   */
  expect?: 'holds' | 'blocked' | 'either' | 'native';
}

type Expect = NonNullable<Setup['expect']>;

export const before = (name: string, code: string, expect: Expect = 'holds'): Setup => ({ name, when: 'before', code, expect });
export const after = (name: string, code: string, expect: Expect = 'holds'): Setup => ({ name, when: 'after', code, expect });
export const both = (name: string, code: string, expect: Expect = 'holds'): Setup[] => [before(name, code, expect), after(name, code, expect)];

/** Code that has a member throw when it is read, called or set. */
export const throwingGetter = (owner: string, name: string) =>
  `Object.defineProperty(${owner}, ${name.startsWith('Symbol.') ? name : `'${name}'`}, { configurable: true, get() { throw new Error('a getter of the page'); } });`;
export const throwingMethod = (owner: string, name: string) =>
  `${owner}[${name.startsWith('Symbol.') ? name : `'${name}'`}] = function () { throw new Error('a method of the page'); };`;
