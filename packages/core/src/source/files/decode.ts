import type { SyncError } from '../../errors.js';
import { sourceInvalid } from '../invalid.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file, without a byte order mark. Bytes that are no UTF-8 text are refused with their line. */
export function decodeText(bytes: Uint8Array, path: string): string {
  const { text, unreadable } = decodeLines(bytes, path);
  const [line] = unreadable;
  if (line !== undefined) throw notUtf8(path, line);
  return text;
}

/** A text of which some lines hold bytes that are no text: these stand as U+FFFD in it. */
export interface DecodedLines {
  readonly text: string;
  /** The lines, counted from one. */
  readonly unreadable: readonly number[];
}

/** As `decodeText`, for who can do without some of the lines: dumps write what rows hold as the bytes that it is. */
export function decodeLines(bytes: Uint8Array, path: string): DecodedLines {
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
    return { text: utf8.decode(bytes), unreadable: [] };
  } catch {
    return { text: new TextDecoder().decode(bytes), unreadable: unreadableLines(bytes) };
  }
}

export function notUtf8(path: string, line: number): SyncError {
  return sourceInvalid(`${path}:${line}`, 'the file is not UTF-8 text', {
    hint: 'Save it as UTF-8; this line holds bytes of another encoding.',
  });
}

function lineOf(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let i = 0; i < end; i++) if (bytes[i] === 0x0a) line++;
  return line;
}

/** No character goes on behind the end of a line, so that each can be read by itself. */
function unreadableLines(bytes: Uint8Array): readonly number[] {
  const lines: number[] = [];
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    if (!isText(bytes.subarray(start, next))) lines.push(line);
    start = next;
  }
  return lines;
}

function isText(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
