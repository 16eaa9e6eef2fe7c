import type { ClauseId } from './dist/fn.cjs';

/** What `RTCPeerConnection.close()` does natively, clause by clause. How to read it: src/docs/how-to-read-the-table.md. */
declare const data: data.CompatData;

declare namespace data {
  interface CompatData {
    $schema: string;
    __meta: {
      description: string;
      /** The version of rtc-close-shim. */
      version: string;
      /** The version of MDN's data. */
      mdn: string;
      /** How many builds were measured. */
      builds: number;
      /** The majors of which a build was measured. */
      measured: { [engine in Engine]?: number[] };
      /** The builds that visitors measured. */
      contributed?: { [engine in Engine]?: string[] };
      /** The version of the conformance suite. */
      suite: number;
    };
    /** Nothing but features in the form of `@mdn/browser-compat-data`: a clause is a behavioural subfeature of `close()`. */
    api: { RTCPeerConnection: { close: { [name in FeatureName]: { __compat: Compat } } } };
    /** What is known of a clause beside its row in `api`, by the path of that row. */
    clauses: { [path in ClausePath]: Clause };
    /** Which versions of a browser have `close()` at all, and under which prefix of the interface, newest first: out of MDN's data. */
    since: { [browser in BrowserName]?: Since[] };
  }

  /** A clause's id with underscores, as features of browser-compat-data are named. */
  type FeatureName = Underscored<ClauseId>;

  /** The place of a clause's row in the tree. */
  type ClausePath = `api.RTCPeerConnection.close.${FeatureName}`;

  type Underscored<Id extends string> = Id extends `${infer Word}-${infer Rest}` ? `${Word}_${Underscored<Rest>}` : Id;

  type Engine = 'chromium' | 'firefox' | 'safari';

  /** MDN's name of a browser. */
  type BrowserName =
    | 'chrome'
    | 'chrome_android'
    | 'edge'
    | 'firefox'
    | 'firefox_android'
    | 'ie'
    | 'oculus'
    | 'opera'
    | 'opera_android'
    | 'safari'
    | 'safari_ios'
    | 'samsunginternet_android'
    | 'webview_android'
    | 'webview_ios';

  interface Clause {
    id: ClauseId;
    /** What is true after `close()` where the clause is kept. */
    sentence: string;
    spec_url: string;
    /** Where it is open what is right: what the clause says is this project's decision. */
    decision?: string;
    /** What the clause speaks of, as paths of MDN's data. */
    members: string[];
    evidence: Evidence[];
    /** Where an engine natively keeps the clause, so that the shim leaves it alone. What a race decides is not among them. */
    shim?: Ranges;
    /** Where an engine natively breaks the clause. */
    broken?: Ranges;
  }

  /** First and last version of an engine, both measured. */
  type Ranges = { [engine in Engine]?: [from: number, to: number][] };

  interface Compat {
    description: string;
    /** Missing where `standard_track` is false. */
    spec_url?: string | [string, string, ...string[]];
    status: { experimental: boolean; standard_track: boolean; deprecated: boolean };
    /** An array only where there is more than one statement. */
    support: { [browser in BrowserName]?: Statement | [Statement, Statement, ...Statement[]] };
  }

  interface Statement {
    /** `false`: not supported, or not known to be. */
    version_added: string | false;
    version_removed?: string;
    partial_implementation?: true;
    notes?: string | [string, string, ...string[]];
    impl_url?: string;
  }

  interface Since {
    version_added: string | false;
    version_removed?: string;
    /** Of the interface, such as `webkit`. */
    prefix?: string;
    partial_implementation?: true;
    notes?: string[];
  }

  interface Evidence {
    /** Whose rows rest on it. */
    browsers: BrowserName[];
    /** Measured in the browser, taken from the measurements of another with the same engine, measured by a visitor, or cited. */
    status: 'measured' | 'mirrored' | 'contributed' | 'cited';
    engine?: Engine;
    /** `absent`: the engine has no member that the clause speaks of. `unknown`: it could not be seen. */
    verdict?: 'holds' | 'broken' | 'absent' | 'unknown';
    /** What was wrong. */
    observed?: string[];
    /** Some runs of a build came to something else. */
    sometimes?: true;
    /** Each that was seen to do so, oldest first; what lies between two of them was not measured. */
    builds?: string;
    count?: number;
    /** What is cited. */
    note?: string;
    url?: string;
  }
}

export = data;
