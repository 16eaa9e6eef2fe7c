import { type Verdict, judge } from '../../../src/never-worse/judge';
import type { Moment } from '../../../src/never-worse/moment';
import type { Recording } from '../../../src/never-worse/recording';
import type { Act, Command, Pause, Program } from '../program';
import type { Told } from './told';

/** How often a difference is looked at again before it is called a loss: it has to be there each time, and natively never. */
const AGAIN = 6;

/** How often what acts in one of the two alone is kept from acting. */
const MOST_DEAFENED = 4;

/** Runs a program once, natively or with the shim. */
export type RunOnce = (program: Program, shimmed: boolean) => Promise<Told>;

const times = (told: Told, then: Act[]) => told.acted.filter((each) => each === then).length;

/** What listeners do in some of the runs alone, or not as often: what follows is another program each time. */
function apart(runs: Told[]): Act[][] {
  const all = [...new Set(runs.flatMap(({ acted }) => acted))];
  return all.filter((then) => runs.some((run) => times(run, then) !== times(runs[0]!, then)));
}

/** The program with listeners that hear what they heard, and do nothing. */
export function deafened(program: Program, acts: Act[][]): Program {
  const all = <Each extends Command | Pause | Act>(commands: Each[]): Each[] =>
    commands.map((command) => (command.do === 'listen' ? { ...command, then: acts.includes(command.then) ? [] : all(command.then) } : command));
  return { ...program, commands: all(program.commands) };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Without the objects that the page has not come by in each of the runs: it closed before. */
function withoutLate(recordings: Recording[]): Recording[] {
  // What a page has is read at its close.
  const had = recordings.map(({ facts }) => new Set(facts.filter(({ part }) => part === 'read').map(({ object }) => object)));
  const isLate = (object: string) => had.some((each) => each.has(object)) && !had.every((each) => each.has(object));
  const isKnown = ({ object }: { object: string }) => !isLate(object.replace(/ prototype$/, ''));
  return recordings.map(({ facts, heard, ...rest }) => ({
    ...rest,
    facts: facts.filter(isKnown),
    heard: Object.fromEntries(Object.entries(heard).map(([group, all]) => [group, all.filter(isKnown)])),
  }));
}

/** What a page loses by the shim, as far as the runs tell: undefined where they are not of the same program. */
export function lossesOf(natives: Told[], shimmeds: Told[]): Verdict[] | undefined {
  const runs = [...natives, ...shimmeds];
  const [first] = runs;
  const cast = ({ connections }: Told) => Object.entries(connections).map(([name, { closes, own }]) => ({ name, closes, own })).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (apart(runs).length || runs.some((run) => !isSame(cast(run), cast(first!)))) return undefined;
  return cast(first!).flatMap(({ name, closes, own }) => {
    const moment: Moment = { name, closes, act: () => undefined, ...(own.length && { ownChannels: new RegExp(`^(${own.join('|')})$`) }) };
    const recordings = withoutLate(runs.map(({ connections }) => connections[name]!.recording));
    return judge(moment, recordings.slice(0, natives.length), recordings.slice(natives.length)).losses;
  });
}

/**
 * Runs a program natively and with the shim, and says what a page loses by the shim, unless a clause says so. What does not go the same each time
 * is no loss: the engine itself, the network and the page's own acts decide that.
 */
export async function compareRuns(program: Program, run: RunOnce): Promise<Verdict[]> {
  let chosen = program;
  const both = () => Promise.all([run(chosen, false), run(chosen, true)]);
  let [native, shimmed] = await both();
  for (let n = 0; n < MOST_DEAFENED && apart([native, shimmed]).length; n++) {
    chosen = deafened(chosen, apart([native, shimmed]));
    [native, shimmed] = await both();
  }
  const natives = [native];
  const shimmeds = [shimmed];
  let losses = lossesOf(natives, shimmeds);
  for (let n = 0; n < AGAIN && losses?.length; n++) {
    const isOther = n % 2 === 0;
    const pair = await Promise.all([run(chosen, isOther), run(chosen, !isOther)]);
    // What begins first is not always the same.
    if (isOther) pair.reverse();
    natives.push(pair[0]);
    shimmeds.push(pair[1]);
    losses = lossesOf(natives, shimmeds);
  }
  return losses ?? [];
}
