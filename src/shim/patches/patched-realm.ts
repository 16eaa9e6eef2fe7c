import type { Realm } from '../engine/realm';
import { setPrototypeOf } from '../engine/intrinsics';
import type { Patches } from './patches';

/** A realm, and what is patched on it. */
export type PatchedRealm = Realm & Patches;

/** Makes one of both. */
export const patchedRealm = (realm: Realm, patches: Patches): PatchedRealm => setPrototypeOf(realm, patches) as PatchedRealm;
