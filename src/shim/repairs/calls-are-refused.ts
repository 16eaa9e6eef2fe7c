import { ignores, refuses, rejects } from '../closed-objects/closed-members';
import { repair } from '../repair';

/**
 * Chromium below 90 rejects with TypeError, 80–83 never settles, Gecko 33 throws a plain Error.
 * The members of senders and of DTMF senders refuse in every engine measured.
 */
repair({
  id: 'calls-are-refused',
  RTCPeerConnection: {
    createDataChannel: refuses,
    addTrack: refuses,
    removeTrack: refuses,
    addTransceiver: refuses,
    setConfiguration: refuses,
    createOffer: rejects,
    createAnswer: rejects,
    setLocalDescription: rejects,
    setRemoteDescription: rejects,
    addIceCandidate: rejects,
    restartIce: ignores,
  },
  RTCRtpTransceiver: { stop: refuses, 'direction=': refuses },
});
