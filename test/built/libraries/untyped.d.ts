/** Its browser bundle, which comes without types. */
declare module 'simple-peer/simplepeer.min.js' {
  export default class SimplePeer {
    constructor(options: { initiator: boolean; stream?: MediaStream; config?: RTCConfiguration });
    readonly destroyed: boolean;
    readonly connected: boolean;
    readonly readable: boolean;
    readonly writable: boolean;
    readonly _pc: RTCPeerConnection | null;
    readonly _channel: RTCDataChannel | null;
    on(event: string, listener: (detail: unknown) => void): void;
    signal(data: unknown): void;
    send(data: string): void;
    destroy(error?: Error): void;
  }
}
