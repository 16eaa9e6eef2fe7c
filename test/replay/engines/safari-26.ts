import { type ReplayedEngine, departing } from '../replayed-engine';

/** Channels turn closed in a later task and fire `close`; `currentDirection` reads null (https://webkit.org/b/276445). */
export const safari26: ReplayedEngine = {
  name: 'Safari 26.4',
  replays: 'https://github.com/WebKit/WebKit/blob/main/Source/WebCore/Modules/mediastream/RTCDataChannel.cpp',
  behaviour: departing({
    channelsRead: 'as before',
    send: undefined,
    transceivers: { currentDirection: null },
  }),
  breaks: ['channels-read-closed', 'transceivers-read-stopped', 'send-is-refused'],
};
