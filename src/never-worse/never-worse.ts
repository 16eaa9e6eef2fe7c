import { type Expected, isFunction, readOptions, refuse } from '../arguments/read-options';
import { show } from '../arguments/show';
import { connectionConstructor } from '../conformance/realm';
import type { Shim } from './fresh-realm';
import { type Verdict, judge } from './judge';
import { moments } from './moments';
import type { Recording } from './recording';
import { runMoment } from './run-moment';
import { QUICK_WAYS, ways } from './ways';

/** The number of the suite. It is raised when what it looks at changes. */
export const NEVER_WORSE_VERSION = 2;

/** What is being done. */
export interface Step {
  moment: string;
  shimmed: boolean;
}

/** How the suite is run. */
export interface NeverWorseOptions {
  /** A URL of the script tag's script, or what installs the shim in a window. */
  shim: Shim;
  /** Some moments, and some ways to listen: about half a minute. */
  quick?: boolean;
  /** Only moments whose name has this in it. */
  only?: string;
  /** The names of the moments to go through; all of them by default. */
  among?: readonly string[];
  /** Moments that are left out, and why: what the engine does not live through. */
  without?: Record<string, string>;
  /** Is told what comes next. */
  progress?: (step: Step) => void;
}

/** What the suite found: plain JSON. */
export interface NeverWorseResult {
  suite: number;
  userAgent: string;
  /** The moments that were gone through. */
  moments: string[];
  /** What is heard, read or called natively and not with the shim, and no clause says so. */
  losses: Verdict[];
  /** What differs because a clause says so. */
  allowed: Verdict[];
  /** What the engine itself does not do the same twice, by moment. */
  races: Record<string, string[]>;
  /** What could not be looked at, and why. */
  skipped: string[];
  /** The moments for which the engine had no connection left on this page: on a fresh one it has. */
  left: string[];
}

/** Chromium has 500 connections at a time; up to 73 it does not collect those of frames that are gone, whatever memory is taken. */
const hasNoneLeft = (error: unknown) => String(error).indexOf('so many PeerConnections') >= 0;

// How often a difference is looked at again before it is called one: it has to be there each time.
const again = 4;

const isFlag = (value: unknown) => typeof value === 'boolean';
const expectedOptions: Expected<NeverWorseOptions> = {
  shim: [(value) => isFunction(value) || typeof value === 'string', 'a URL, or a function that installs it'],
  quick: [isFlag, 'true or false'],
  only: [(value) => typeof value === 'string', 'a part of a name'],
  among: [Array.isArray, 'a list of names'],
  without: [(value) => typeof value === 'object', 'an object'],
  progress: [isFunction, 'a function'],
};

/**
 * Goes through the same moments natively and with the shim, each in fresh realms, and compares what a page can tell.
 * @throws TypeError (a rejection) for a wrong option
 */
export async function neverWorse(options: NeverWorseOptions): Promise<NeverWorseResult> {
  const { shim, quick, only, among, without = {}, progress } = readOptions('neverWorse', options, expectedOptions);
  if (!shim) refuse('neverWorse', 'option shim is ' + show(shim) + '; expected ' + expectedOptions.shim[1]);
  const result: NeverWorseResult = { suite: NEVER_WORSE_VERSION, userAgent: navigator.userAgent, moments: [], losses: [], allowed: [], races: {}, skipped: [], left: [] };
  if (!connectionConstructor(window)) return { ...result, skipped: ['everything: there is no connection constructor'] };
  const groups = quick ? ways.slice(0, QUICK_WAYS) : ways;
  const chosen = moments.filter(({ name, quick: isQuick }) => (!quick || isQuick) && (!only || name.indexOf(only) >= 0) && (!among || among.indexOf(name) >= 0));
  for (let i = 0; i < chosen.length; i++) {
    const moment = chosen[i]!;
    if (without[moment.name]) {
      result.skipped.push(moment.name + ': ' + without[moment.name]);
      continue;
    }
    const natives: Recording[] = [];
    const shimmeds: Recording[] = [];
    const run = async (recordings: Recording[], how?: Shim) => {
      if (progress) progress({ moment: moment.name, shimmed: !!how });
      // A connection that does not come about says nothing of the moment.
      recordings.push(await runMoment(moment, groups, how).catch(() => runMoment(moment, groups, how)));
    };
    try {
      await run(natives);
      await run(shimmeds, shim);
      await run(natives);
      for (let n = 0; n < again && judge(moment, natives, shimmeds).losses.length; n++) {
        await run(shimmeds, shim);
        await run(natives);
      }
    } catch (error) {
      if (hasNoneLeft(error)) result.left.push(moment.name);
      else result.skipped.push(moment.name + ': ' + error);
      continue;
    }
    const { losses, allowed, races, skipped } = judge(moment, natives, shimmeds);
    result.moments.push(moment.name);
    result.losses.push(...losses);
    result.allowed.push(...allowed);
    result.skipped.push(...skipped);
    if (races.length) result.races[moment.name] = races;
    natives.concat(shimmeds).forEach(({ skipped }) => skipped.forEach((each) => result.skipped.indexOf(each) < 0 && result.skipped.push(each)));
  }
  return result;
}
