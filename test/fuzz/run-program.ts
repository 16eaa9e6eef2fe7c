import { pass } from '../../src/conformance/realm';
import { lookAt, lookAtLive } from './close-actor';
import type { Violation } from './model-types';
import { type Install, Performer } from './perform';
import type { Command, Pause, Program } from './program';
import { Stage } from './stage';
import type { Page } from '../../src/conformance/realm';

// Engines' own late events come within this; the conformance suite watches as long.
const WATCHED_MS = 350;
const PATIENCE_MS = 4000;
const OPENING_MS = 600;

/** Runs a program in a realm and returns what was broken; the program's connections are closed by then. */
export async function runProgram({ native, commands }: Program, page: Page, install: Install): Promise<Violation[]> {
  const stage = new Stage(page);
  const performer = new Performer(stage, install);
  const { model } = stage;
  const step = (command: Command) => {
    try {
      performer.perform(command);
    } catch (error) {
      // A call that the engine refuses, such as a channel with an id that is taken.
      if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    }
  };
  if (!native) step({ do: 'install', options: {} });
  for (const command of commands) {
    if (command.do === 'wait' || command.do === 'wait-open') await wait(stage, command);
    else step(command);
    for (const actor of stage.actors.values()) lookAt(stage, actor, true);
    if (model.violations.length) break;
  }
  for (const { on, owner } of stage.actors.values()) if (owner.state === 'live') step({ do: 'close', on });
  await pass(WATCHED_MS);
  // A busy page may be later, and is not wrong.
  for (let waited = 0; model.owed().length && waited < PATIENCE_MS; waited += WATCHED_MS) await pass(WATCHED_MS);
  await Promise.all(performer.pending);
  for (const actor of stage.actors.values()) lookAt(stage, actor);
  lookAtLive(stage);
  model.end();
  for (const { local } of stage.actors.values()) local.forEach((track) => track.stop());
  return model.violations;
}

/** What happens between commands. */
export async function wait(stage: Stage, pause: Pause): Promise<void> {
  if (pause.do === 'wait-open') {
    const made = [...stage.slots.keys()].map((slot) => stage.channel({ slot }));
    for (const end = performance.now() + OPENING_MS; performance.now() < end && !made.some((channel) => channel?.readyState === 'open'); ) await pass(5);
  } else if (pause.for === 'microtask') return Promise.resolve();
  else if (pause.for === 'task') await task();
  else await pass(pause.for);
  lookAtLive(stage);
  stage.model.settle();
}

const task = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
