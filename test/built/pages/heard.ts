/** What a side has heard of its peer's close: see `peer-side.mjs`. */
export interface Heard {
  /** Of each channel, in order: the event, what the channel reads in it, and the error's detail. */
  events: string[][];
  closes: number[];
  /** When the DTLS transport was closed. */
  sign: number;
  news: { by: string; at: number; told: number; connection: string };
}

/** The events of a channel whose peer has closed the connection. */
export const whole = ['closing closing', 'error closed sctp-failure', 'close closed'];
