const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @type {Set<() => void>} */
const pending = new Set();

/**
 * Runs `cleanUp` (synchronous; the last one registered first) when this process ends in any way it can notice, Ctrl-C included; the returned function calls that off.
 * @param {() => void} cleanUp
 * @returns {() => void}
 */
export function cleanUpOnExit(cleanUp) {
  if (pending.size === 0) listen();
  pending.add(cleanUp);
  return () => {
    if (pending.delete(cleanUp) && pending.size === 0) unlisten();
  };
}

function listen() {
  process.on('exit', cleanAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function unlisten() {
  process.off('exit', cleanAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

/** @param {NodeJS.Signals} signal */
function onSignal(signal) {
  cleanAll();
  // A listener of the program decides what the signal means; without one it means what it always does.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function cleanAll() {
  unlisten();
  for (const cleanUp of [...pending].reverse()) {
    try {
      cleanUp();
    } catch {
      // One that fails must not keep the others from their turn.
    }
  }
  pending.clear();
}
