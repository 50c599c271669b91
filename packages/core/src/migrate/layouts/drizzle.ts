import { createHash } from 'node:crypto';
import { SyncError } from '../../errors.js';
import { baseName, type Layout, type MigrationFile, whole } from '../layout.js';
import { insertInto } from '../tool-table.js';

interface Entry {
  readonly tag: string;
  readonly when: number;
}

const listed = 'meta/_journal.json';

/** Drizzle: files that a list names, `meta/_journal.json`, with the time at which each was made; none leads back. */
export const drizzle: Layout = {
  name: 'drizzle',
  tool: 'Drizzle',
  table: {
    name: '__drizzle_migrations',
    schema: 'drizzle',
    columns: { id: 'counter', hash: 'text NOT NULL', created_at: 'bigint' },
  },
  order: 'created_at',
  late: false,
  recognises: (files) => files.some(({ path }) => path === listed),
  read(files) {
    const texts = new Map(files.map((file) => [file.path, file]));
    return entriesOf(files).map(({ tag, when }) => {
      const file = texts.get(`${tag}.sql`);
      if (!file) throw missing(tag);
      const checksum = createHash('sha256').update(file.text).digest('hex');
      return { id: String(when), name: baseName(file.path), path: file.path, checksum, when, up: whole(file.text) };
    });
  },
  // The tool runs what is newer than the newest row, whatever older rows there are.
  applied(rows, scripts) {
    const noted = rows.map(({ created_at: at, hash }) => ({ id: String(at), checksum: String(hash) }));
    const known = new Set(noted.map(({ id }) => id));
    const newest = Math.max(...noted.map(({ id }) => Number(id)));
    const passed = scripts.filter(({ id, when = 0 }) => when <= newest && !known.has(id)).map(({ id }) => ({ id }));
    return [...passed, ...noted];
  },
  up: ({ checksum = '', when = 0 }, noted) => [insertInto(drizzle.table, { hash: checksum, created_at: when }, noted)],
  down: () => [],
};

function entriesOf(files: readonly MigrationFile[]): readonly Entry[] {
  const [list] = files.filter(({ path }) => path === listed);
  try {
    const { entries } = JSON.parse(list?.text ?? '{}') as { readonly entries: readonly Entry[] };
    return [...entries].sort((a, b) => a.when - b.when);
  } catch (cause) {
    throw new SyncError({
      code: 'SOURCE_INVALID',
      op: 'migrate',
      message: `${listed} holds no list of migrations`,
      hint: 'Drizzle Kit writes it: restore it from version control, or generate it again.',
      cause,
    });
  }
}

function missing(tag: string): SyncError {
  return new SyncError({
    code: 'SOURCE_INVALID',
    op: 'migrate',
    message: `${listed} names ${tag}, and there is no ${tag}.sql`,
    hint: 'Restore the file, or take it out of the list.',
  });
}
