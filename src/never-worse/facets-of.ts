import { attempt, describe } from './describe';

const read = (object: unknown, name: string): string => attempt(() => (object as Record<string, unknown>)[name]);

/** What a listener can tell of the event that it was called with. */
export function facetsOf(event: Event, self: unknown, target: EventTarget): Record<string, string> {
  const states = ['readyState', 'state', 'signalingState', 'iceConnectionState', 'connectionState', 'muted'];
  const seen: Record<string, string> = { event: describe(event) };
  // Gecko 33 calls `onsignalingstatechange` with a string.
  if (!event || typeof event !== 'object') return seen;
  seen.isTrusted = String(event.isTrusted);
  seen.bubbles = [event.bubbles, event.cancelable].join();
  seen.phase = String(event.eventPhase);
  seen.targets = [event.target === target, event.currentTarget === target, self === target].join();
  const { error } = event as ErrorEvent;
  if (error) seen.error = [read(error, 'name'), read(error, 'errorDetail'), read(error, 'sctpCauseCode')].join();
  if ('data' in event) seen.data = attempt(() => (event as MessageEvent).data);
  if ('tone' in event) seen.tone = attempt(() => (event as unknown as { tone: unknown }).tone);
  states.forEach((state) => {
    if (state in target) seen['state ' + state] = read(target, state);
  });
  return seen;
}
