import { repair } from '../repair';

/** Engines fire late, in another order, or not at all. The shim fires instead of them. */
repair({ id: 'channels-fire-close-once', fires: 'close' });
