import { type Weak, bare, weakMap } from '../engine/intrinsics';

/** The objects on which the page listens, by the type of the event. */
const listening: Record<string, Weak<boolean>> = bare({});

/** Notes that the page listens to an event, or may (`when()`). Who listens through a member that is not patched is not noted, and hears the engine's events. */
export const noteListener = (object: object, type: string): unknown => (listening[type] || (listening[type] = weakMap())).set(object, true);

/** Whether the page is known to have listened to an event, so that the engine's is held back where the shim fires its own. */
export const isListenedTo = (object: object, type: string): unknown => listening[type] && listening[type].get(object);
