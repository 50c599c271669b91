import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const updating = process.env.UPDATE_GOLDEN === '1';

/** Compares a text with the file that holds the expected one, or writes that file. No text means that there must be no file. */
export function expectFile(folder: string, name: string, text: string | undefined): void {
  const path = join(folder, name);
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (updating) {
    if (text === undefined) rmSync(path, { force: true });
    else if (text !== expected) writeFileSync(path, text);
    return;
  }
  expect(text, `${path} (npm run golden writes it again)`).toBe(expected);
}
