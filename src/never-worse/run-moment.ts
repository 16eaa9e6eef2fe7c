import { pass } from '../conformance/realm';
import { type Shim, freshRealm } from './fresh-realm';
import { hearConsole } from './hear-console';
import { makeRoom } from './make-room';
import type { Moment } from './moment';
import type { Recording } from './recording';
import { type Seat, leave, living, makeSeat, mediaOf } from './seat';
import { type Way, deaf } from './ways';

/** For how long it is watched what comes of a moment, in milliseconds. */
const watched = 500;

/** Goes through a moment in a realm of its own, natively where no shim is given. */
export async function runMoment(moment: Moment, groups: readonly Way[], shim?: Shim): Promise<Recording> {
  await makeRoom(2 * groups.length);
  const realm = await freshRealm(shim);
  const media = mediaOf(realm);
  const whatWasSaid = hearConsole(realm.page);
  const seats: Seat[] = [];
  const take = (chosen: readonly Way[]) =>
    Promise.all(
      chosen.map(async (way) => {
        const seat = makeSeat(realm, way, media, !!moment.fromTheStart);
        seats.push(seat);
        if (!moment.unconnected) await seat.connect();
        seat.listen();
      }),
    );
  try {
    if (moment.first) moment.first(realm);
    const chosen = moment.alone ? [deaf] : groups.filter(({ early }) => !early || !moment.fromTheStart);
    await take(chosen.filter(({ early }) => early));
    if (moment.before) moment.before(realm);
    await realm.install();
    if (moment.after) moment.after(realm);
    await take(chosen.filter(({ early }) => !early));
    const skipped: string[] = [];
    const lacking = moment.lacks && moment.lacks(seats[0]!);
    if (lacking) return { facts: [], heard: {}, skipped: [moment.name + ': ' + lacking] };
    seats.forEach((seat) => (seat.when = living));
    await Promise.all(seats.map((seat) => moment.act(seat)));
    await pass(watched);
    const recording: Recording = { facts: whatWasSaid(), heard: {}, skipped };
    seats.forEach((seat) => {
      recording.facts.push(...seat.facts);
      recording.heard[seat.way.name] = seat.heard.slice();
    });
    return recording;
  } finally {
    seats.forEach((seat) => leave(seat, media));
    if (media.stop && realm.page.AudioContext && realm.page.AudioContext.prototype.close) media.stop();
    realm.leave();
  }
}
