/** What `make` made at the first call with a name: there is one, however often the module that asks for it is loaded. */
export function ofAllLoads<Made>(name: string, make: () => Made): Made {
  const made = globalThis as unknown as Record<symbol, Made>;
  return (made[Symbol.for(`replay: ${name}`)] ??= make());
}
