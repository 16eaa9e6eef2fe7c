const wanted = process.env.BROWSERS?.split(',');

/** All are wanted, unless BROWSERS names some. */
export const isWanted = ({ name }) => !wanted || wanted.includes(name);

// Machines of a CI often have no multicast DNS, which would have to resolve the names that hide local addresses, and no network but the loopback.
export const chromium = {
  executablePath: process.env.CHROME_BIN,
  args: ['--disable-features=WebRtcHideLocalIpsWithMdns', '--no-sandbox'],
};
export const firefox = {
  executablePath: process.env.FIREFOX_BIN,
  preferences: { 'media.peerconnection.ice.loopback': true, 'media.peerconnection.ice.obfuscate_host_addresses': false },
};
