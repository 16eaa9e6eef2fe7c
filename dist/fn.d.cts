import { C as ClauseId } from './shared/clauses.cjs';

declare const switches: readonly ["auto", "force", "off"];
/** What each of the others may be; the first is the default. */
declare const choices: {
    readonly clauses: undefined;
    readonly channelClose: readonly ["event", "silent"];
    readonly peerCloseError: readonly ["event", "none"];
    readonly stopTracks: readonly [false, true];
};
/** Whether a clause is repaired: as the table says, always, or never. */
type Switch = (typeof switches)[number];
/** The page's own choices. */
interface Options {
    /** A switch for single clauses; `auto` where none is given. */
    clauses?: {
        [id in ClauseId]?: Switch;
    };
    /** `silent`: channels read closed, and no `close` event is fired on them. Default `event`. */
    channelClose?: (typeof choices.channelClose)[number];
    /** `none`: channels fire no `error` when the peer closes. Default `event`. */
    peerCloseError?: (typeof choices.peerCloseError)[number];
    /** Stop the local tracks that were being sent. Default false. */
    stopTracks?: boolean;
}

/** What is done about a clause, and because of what. */
interface Decision {
    decision: 'applied' | 'not-needed' | 'off' | 'blocked';
    because: string;
}

/** What the shim says about one clause of the contract. */
interface ReportLine extends Decision {
    id: ClauseId;
    /** The same as in what `check()` says of the clause. */
    sentence: string;
    /** The row of `compat-data.json` that tells what engines do. */
    evidence: string;
}

/** The shim of a realm. There is one, whoever installed it: every handle speaks of the one that is in force, and `uninstall()` ends it for all. */
interface Handle {
    /** The version of the copy of the shim that this handle is from. */
    version: string;
    /** A line a clause; empty where the realm has no connection constructor, and where nothing is installed any more. */
    report(): ReportLine[];
    /** Takes the shim out of its realm. True when all is native again; what a foreign layer covers becomes a pass-through. */
    uninstall(): boolean;
}
/**
 * Makes `RTCPeerConnection.prototype.close` of a realm keep the close contract. A second install on a realm, also by
 * another copy of the shim, returns the first one's handle; `import 'rtc-close-shim'` is such a first one, without options.
 * @param realm The global object of a window. Default: this one.
 * @throws TypeError for what is not a realm, for a wrong option, and for one that is in force otherwise; nothing is changed then.
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-close
 */
declare function install(realm?: object, options?: Options): Handle;

export { ClauseId, install };
export type { Handle, Options, ReportLine, Switch };
