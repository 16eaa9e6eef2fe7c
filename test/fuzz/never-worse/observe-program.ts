import { type Page, pass } from '../../../src/conformance/realm';
import { type Runs, layOver } from '../../../src/never-worse/lay-over';
import { subclass } from '../../../src/never-worse/subclass';
import { type Install, Performer } from '../perform';
import type { Command, Program } from '../program';
import { wait } from '../run-program';
import { Stage } from '../stage';
import { Recorder } from './recorder';
import type { Told } from './told';

// The shim tells of a peer's close within 40 ms of the engine; engines' own late events come within this.
const WATCHED_MS = 400;

/** What a page's own class overrides. */
const OVERRIDDEN = ['getSenders', 'getStats', 'connectionState', 'signalingState'];

function extend(page: Page): Runs {
  const { prototype } = page.RTCPeerConnection as { prototype: object };
  return layOver(prototype, subclass(page), OVERRIDDEN.filter((name) => name in prototype));
}

/** Runs a program and notes what its page hears, reads and is answered; without `install` natively. */
export async function observeProgram(program: Program, page: Page, install?: Install): Promise<Told> {
  const stage = new Stage(page);
  const recorder = new Recorder(stage);
  stage.recorder = recorder;
  const performer = new Performer(stage, install ?? (() => ({ uninstall: () => true }) as ReturnType<Install>));
  const step = (command: Command) => {
    try {
      performer.perform(command);
    } catch (error) {
      // A call that the engine refuses.
      if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    }
  };
  if (!program.native) step({ do: 'install', options: {} });
  const runs = program.subclass ? extend(page) : undefined;
  for (const command of program.commands) {
    if (command.do === 'wait' || command.do === 'wait-open') await wait(stage, command);
    else step(command);
  }
  for (const { on, owner } of stage.actors.values()) if (owner.state === 'live') step({ do: 'close', on });
  await pass(WATCHED_MS);
  const told = await recorder.finish(runs);
  for (const { local } of stage.actors.values()) local.forEach((track) => track.stop());
  return told;
}
