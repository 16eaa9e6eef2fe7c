/**
 * An audio track that needs no device.
 * @returns {MediaStreamTrack}
 */
export function silentTrack() {
  const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
  if (!track) throw new Error('an audio destination without a track');
  return track;
}
