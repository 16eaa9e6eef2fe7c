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
const chrome: Statement | Statement[] | undefined = table.api.RTCPeerConnection.close.send_is_refused.__compat.support.chrome;
const seen: string[] = table.clauses['api.RTCPeerConnection.close.send_is_refused'].evidence.flatMap(({ observed = [] }) => observed);

// @ts-expect-error: no clause is called so
const noClause: ClauseId = 'send-is-refusd';
// @ts-expect-error: no such decision
install(window, { channelClose: 'never' });
// @ts-expect-error: the clauses are known, and no others are there
table.api.RTCPeerConnection.close.nonesuch;

export { broken, chrome, noClause, refused, seen };
