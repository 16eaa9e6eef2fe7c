import adapter from 'webrtc-adapter';

// After adapter: what this applies has to lie on top. Its exports are the global `rtcCloseShim`.
export * from './script';

if (typeof window === 'object') (window as { adapter?: unknown }).adapter = adapter;
