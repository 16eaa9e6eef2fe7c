import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

// tar stops reading at the archive's end mark, or when it fails; its exit code tells which.
const STOPPED_READING = ['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'];

/**
 * Unpacks one folder of a compressed tar archive with the system's `tar`, which every Linux has; npm-shipped browsers exist for Linux alone.
 * @param {string} archive its path
 * @param {NodeJS.ReadWriteStream} decompress for instance `createGunzip()`
 * @param {string} folder where to
 * @param {string} member the folder inside the archive, as the archive spells it
 * @returns {Promise<void>}
 */
export async function untar(archive, decompress, folder, member) {
  const tar = spawn('tar', ['--extract', '--file=-', '--no-same-owner', `--directory=${folder}`, member], { stdio: ['pipe', 'ignore', 'pipe'] });
  let stderr = '';
  tar.stderr.on('data', (text) => (stderr += text));
  const [[code]] = await Promise.all([
    once(tar, 'close'),
    pipeline(createReadStream(archive), decompress, tar.stdin).catch((error) => {
      if (!STOPPED_READING.includes(error.code)) throw error;
    }),
  ]);
  if (code !== 0) throw new Error(`tar failed: ${stderr.trim()}`);
}
