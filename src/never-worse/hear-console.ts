import type { Page } from '../conformance/realm';
import { describeError } from './describe';
import type { Fact } from './recording';

interface Report {
  type: string;
  body: { id?: string } | null;
}

/** The facet of what a realm said. */
export const said = 'said';

const methods = ['log', 'info', 'warn', 'error', 'debug'];

/** Listens to what a realm says to its console, and to errors that nobody takes. Returns the function that tells it. */
export function hearConsole(page: Page): () => Fact[] {
  const heard: Record<string, boolean> = {};
  const note = (what: string) => (heard[what] = true);
  methods.forEach((name) => {
    const method = page.console[name] as (...args: unknown[]) => void;
    page.console[name] = function () {
      note('console.' + name + '()');
      method.apply(page.console, arguments as unknown as unknown[]);
    };
  });
  page.addEventListener('error', ({ error }: ErrorEvent) => note('error ' + describeError(error)));
  page.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => note('unhandledrejection ' + describeError(reason)));
  if (page.ReportingObserver) {
    // Deprecations and interventions: what engines write into the console by themselves.
    new page.ReportingObserver((reports: Report[]) => reports.forEach(({ type, body }) => note(type + ' ' + ((body && body.id) || ''))), { buffered: true }).observe();
  }
  return () => Object.keys(heard).map((member) => ({ part: 'page', object: 'console', member, way: '', when: 'at any time', facet: said, value: 'yes' }));
}
