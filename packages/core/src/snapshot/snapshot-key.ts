import { SyncError } from '../errors.js';

const safe = /^[a-z0-9_-]$/;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const longest = 128;

/**
 * A key as a name that every file system and every collation keeps apart: lower-case letters, digits, `_` and `-` stand for themselves, everything else, dots and
 * capitals included, is written as its bytes. No key leads out of the store.
 */
export function encodeKey(key: string): string {
  if (key === '' || key.length > longest || /\p{Cs}/u.test(key)) {
    throw new SyncError({
      code: 'USAGE',
      op: 'snapshot',
      message:
        key === ''
          ? 'a snapshot needs a key'
          : `the key of a snapshot is Unicode text of at most ${longest} characters`,
      hint: 'Name it for what it is of: `production`, `before-migration`.',
    });
  }
  const encoded = Array.from(key, (char) => (safe.test(char) ? char : bytes(char))).join('');
  return reserved.test(encoded) ? `${bytes(encoded.slice(0, 1))}${encoded.slice(1)}` : encoded;
}

/** The key that an encoded name stands for, or undefined where no key is written like that. */
export function decodeKey(name: string): string | undefined {
  try {
    const key = decodeURIComponent(name);
    return key !== '' && key.length <= longest && encodeKey(key) === name ? key : undefined;
  } catch {
    return undefined;
  }
}

function bytes(char: string): string {
  return Array.from(Buffer.from(char), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
