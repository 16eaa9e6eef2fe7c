import Table from 'cli-table3';

/**
 * What stayed alive in one browser, natively and with the shim.
 * @param {import('./run-memory.mjs').MemoryRun} run
 * @returns {string}
 */
export function memoryTable({ browser, version, native, shimmed }) {
  const table = new Table({ head: [`${browser} (${version})`, 'made', 'alive natively', 'alive with the shim'], style: { head: [], border: [], compact: true }, colAligns: ['left', 'right', 'right', 'right'] });
  for (const name of /** @type {(keyof typeof shimmed.parts)[]} */ (Object.keys(shimmed.parts))) {
    shimmed.parts[name].stages.forEach((stage, i) => {
      const before = native.parts[name].stages[i];
      table.push([{ colSpan: 4, content: `${name}: ${stage.name}` }]);
      for (const [kind, { made, alive }] of Object.entries(stage.counts)) table.push([`  ${kind}`, made, before?.counts[kind]?.alive ?? '–', alive]);
    });
  }
  return table.toString();
}
