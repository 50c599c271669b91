import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { expect } from 'vitest';

const updating = process.env.UPDATE_GOLDEN === '1';

/**
 * Compares a text with the file that holds the expected one, or writes that file. No text means that there must be no file. Of several flavours the nearest that has a
 * file of its own counts.
 */
export function expectFile(
  folder: string,
  name: string,
  text: string | undefined,
  flavours: readonly string[] = [],
): void {
  const [nearest, ...others] = [...flavours.map((flavour) => flavoured(name, flavour)), name].map((each) =>
    join(folder, each),
  );
  const shared = others.find((path) => existsSync(path));
  const own = nearest !== undefined && existsSync(nearest) ? nearest : undefined;
  const path = own ?? shared ?? nearest ?? join(folder, name);
  if (updating) update(nearest ?? path, text, shared);
  else expect(text, `${path} (npm run golden writes it again)`).toBe(contentOf(path));
}

/** A file of its own is only for what the shared one does not say. */
function update(path: string, text: string | undefined, shared: string | undefined): void {
  const isShared = shared !== undefined && contentOf(shared) === text;
  if (text === undefined || isShared) rmSync(path, { force: true });
  else if (text !== contentOf(path)) writeFileSync(path, text);
}

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** `plan.sql` → `plan.acme.sql` */
function flavoured(name: string, flavour: string): string {
  const { name: stem, ext } = parse(name);
  return `${stem}.${flavour}${ext}`;
}
