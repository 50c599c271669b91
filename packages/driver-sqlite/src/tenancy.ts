import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { globTest, SyncError, type Tenancy, throwIfAborted } from '@sync/core';

/** The URL of a file: whatever its path holds is part of it. */
export function fileUrl(path: string): string {
  return `sqlite:${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** Tenants as files: `tenants/*.db`, in which `*` and `?` stay within one folder and `**` goes through all below. */
export const fileTenancy: Tenancy = {
  async *list({ directory }, pattern, { signal }) {
    const said = pattern.split('/');
    // What ends with all folders below means the files in them.
    const parts = said.at(-1) === '**' ? [...said, '*'] : said;
    // What leads a pattern without stars is no folder to be looked through.
    const first = parts.findIndex((part) => /[*?]/.test(part));
    const fixed = parts.slice(0, first < 0 ? -1 : first);
    yield* walk(
      resolve(directory, fixed.join('/') || (pattern.startsWith('/') ? '/' : '.')),
      parts.slice(fixed.length),
      {
        prefix: fixed.map((part) => `${part}/`).join(''),
        pattern,
        signal,
      },
    );
  },
  at({ directory, settings }, name) {
    if (name.includes('\0') || name === '' || name.endsWith('/')) throw noFile(name);
    return { url: fileUrl(name), directory, ...(settings && { settings }) };
  },
  async sizes(site, pattern, request) {
    const sizes = new Map<string, number>();
    for await (const name of fileTenancy.list(site, pattern, request)) {
      const found = await stat(resolve(site.directory, name)).catch(() => undefined);
      if (found) sizes.set(name, found.size);
    }
    return sizes;
  },
  idOf(name, pattern) {
    const before = pattern.search(/[*?]/);
    if (before < 0) return name;
    const after = pattern.length - 1 - Math.max(pattern.lastIndexOf('*'), pattern.lastIndexOf('?'));
    return name.slice(before, name.length - after).replaceAll('/', '.');
  },
};

interface Walk {
  /** What leads to the folder, as the pattern has it. */
  readonly prefix: string;
  readonly pattern: string;
  readonly signal: AbortSignal | undefined;
}

async function* walk(folder: string, parts: readonly string[], { prefix, ...rest }: Walk): AsyncGenerator<string> {
  throwIfAborted(rest.signal, 'fleet');
  const [part = '', ...below] = parts;
  const isDeep = part === '**';
  if (isDeep) yield* walk(folder, below, { prefix, ...rest });
  const test = isDeep ? () => true : globTest(part);
  const entries = await entriesOf(folder, rest.pattern);
  for (const entry of entries) {
    const { name } = entry;
    if (!test(name) || isBeside(name)) continue;
    // What is kept there of runs and of what is known is of all tenants, and none of them.
    if (name === ownFolder && part !== ownFolder) continue;
    const deeper = { prefix: `${prefix}${name}/`, ...rest };
    if (entry.isDirectory()) {
      if (isDeep || below.length > 0) yield* walk(join(folder, name), isDeep ? parts : below, deeper);
    } else if (below.length === 0 && !isDeep) yield `${prefix}${name}`;
  }
}

/** Where schema-sync keeps, beside a config, what it knows of a fleet. */
const ownFolder = '.schema-sync';

/**
 * What SQLite keeps beside a database while it is used, and the locks of this driver, which a process that died may have left. It may be there without its database,
 * which somebody took away in between: as a tenant it would be made a database of its own. https://sqlite.org/tempfiles.html
 */
function isBeside(name: string): boolean {
  return /.-(?:wal|shm|journal)$|\.schema-sync-lock$/s.test(name);
}

/** In the order of their names. */
async function entriesOf(folder: string, pattern: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    throw new SyncError({
      code: 'NOT_FOUND',
      op: 'fleet',
      message: `${folder}, where ${pattern} is to be looked for, cannot be read: ${(cause as NodeJS.ErrnoException).code}`,
      hint: 'A pattern of files is relative to the config.',
      cause,
    });
  }
}

function noFile(name: string): SyncError {
  return new SyncError({
    code: 'TENANT_INVALID',
    op: 'fleet',
    message: `${JSON.stringify(name)} cannot be the name of a tenant's file`,
    hint: 'Name a file, without a slash at its end.',
  });
}
