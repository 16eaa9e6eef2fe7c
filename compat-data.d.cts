import type { ClauseId } from './dist/fn.cjs';

/** What `RTCPeerConnection.close()` does natively, clause by clause, in the vocabulary of MDN's browser-compat-data. */
declare const data: data.CompatData;

declare namespace data {
  interface CompatData {
    __meta: {
      description: string;
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
    api: { RTCPeerConnection: { close: { __compat: Compat } & { [id in ClauseId]: Clause } } };
    /** The versions in which an engine keeps a clause natively: first and last, both measured. What a race decides is not among them. */
    shim: Ranges;
    /** The versions in which an engine was measured to break a clause: first and last, both measured. */
    broken: Ranges;
  }

  type Ranges = { [id in ClauseId]?: { [engine in Engine]?: [from: number, to: number][] } };

  type Engine = 'chromium' | 'firefox' | 'safari';

  interface Clause {
    __compat: Compat & { description: string; spec_url: string; members: string[] };
    evidence: Evidence[];
  }

  interface Compat {
    description?: string;
    mdn_url?: string;
    spec_url?: string;
    /** What a clause speaks of, as paths of MDN's data. */
    members?: string[];
    status: { experimental: boolean; standard_track: boolean; deprecated: boolean };
    /** By MDN's name of the browser. */
    support: { [browser: string]: Statement[] };
  }

  interface Statement {
    /** `null`: not known. `false`: never. */
    version_added: string | false | null;
    version_removed?: string;
    /** Of the interface, such as `webkit`. */
    prefix?: string;
    partial_implementation?: true;
    notes?: string[];
    impl_url?: string;
  }

  interface Evidence {
    /** By MDN's names. */
    browsers: string[];
    /** Measured in the browser, measured in another browser of the same engine, measured by a visitor, or cited. */
    status: 'measured' | 'mirrored' | 'contributed' | 'cited';
    version_added?: string;
    /** Each that was measured, oldest first; what lies between two of them was not. */
    builds?: string;
    count?: number;
    engine?: Engine;
    url?: string;
  }
}

export = data;
