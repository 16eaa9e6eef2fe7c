import type { Actor, Stage } from './stage';

/** Runs offer and answer between a connection and its peer; never settles when one is closed meanwhile. */
export async function negotiate(stage: Stage, on: number): Promise<void> {
  const [near, far] = [stage.actor(on), stage.actor(on ^ 1)];
  await near.pc.setLocalDescription();
  await take(stage, far, near.pc.localDescription!);
  await far.pc.setLocalDescription();
  await take(stage, near, far.pc.localDescription!);
}

async function take(stage: Stage, actor: Actor, description: RTCSessionDescription): Promise<void> {
  await actor.pc.setRemoteDescription(description);
  for (const candidate of actor.waiting.splice(0)) stage.pass(candidate, actor);
}
