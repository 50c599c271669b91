import { sourceInvalid } from '../invalid.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file, without a byte order mark. Bytes that are no UTF-8 text are refused with their line. */
export function decodeText(bytes: Uint8Array, path: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw sourceInvalid(path, 'the file is UTF-16', { hint: 'Save it as UTF-8.' });
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    throw sourceInvalid(`${path}:${lineOf(bytes, zero)}`, 'there is a NUL byte in the file, so it is not text', {
      hint: 'A source is SQL or YAML text. A database is named by its URL, with the engine in front: `engine:./path`.',
    });
  }
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw sourceInvalid(`${path}:${lineOf(bytes, firstInvalid(bytes))}`, 'the file is not UTF-8 text', {
      hint: 'Save it as UTF-8; this line holds bytes of another encoding.',
      cause,
    });
  }
}

function lineOf(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let i = 0; i < end; i++) if (bytes[i] === 0x0a) line++;
  return line;
}

/** Halves the file until the first byte is found that makes it invalid. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidPrefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
