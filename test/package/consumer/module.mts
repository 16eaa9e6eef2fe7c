// What an application's modules may write.
import 'rtc-close-shim';
import { type CheckResult, check } from 'rtc-close-shim/check';
import data, { type CompatData, type Statement } from 'rtc-close-shim/compat-data.json';
import { type ClauseId, type Handle, type Options, type ReportLine, type Switch, install } from 'rtc-close-shim/fn';

const id: ClauseId = 'send-is-refused';
const always: Switch = 'force';
const options: Options = { clauses: { [id]: always }, channelClose: 'silent', stopTracks: true };
const shim: Handle = install(window, options);
const refused: ReportLine[] = shim.report().filter((line) => line.id === id && line.decision === 'applied');

const checked: Promise<CheckResult> = check();
const broken: Promise<ClauseId[]> = checked.then(({ results }) => results.filter(({ verdict }) => verdict === 'broken').map((result) => result.id));

const table: CompatData = data;
const chrome: Statement[] | undefined = table.api.RTCPeerConnection.close[id].__compat.support.chrome;

// @ts-expect-error: no clause is called so
const noClause: ClauseId = 'send-is-refusd';
// @ts-expect-error: no such decision
install(window, { channelClose: 'never' });
// @ts-expect-error: the clauses are known, and no others are there
table.api.RTCPeerConnection.close.nonesuch;

export { broken, chrome, noClause, refused };
