import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a snapshot command means by a word: a file where there is one, a source that says what it is, else a key of the store. */
export function snapshotSource(text: string, directory: string): string {
  return text.includes(':') || existsSync(resolve(directory, text)) ? text : `snapshot:${text}`;
}
