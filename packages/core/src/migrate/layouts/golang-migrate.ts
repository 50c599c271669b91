import { grouped } from '../../model/grouped.js';
import { baseName, byVersion, isTrue, type Layout, whole } from '../layout.js';
import type { Script } from '../script.js';
import { deleteFrom, insertInto } from '../tool-table.js';

const named = /^(\d+)_(.+)\.(up|down)\.sql$/;

/** golang-migrate: a file each way, `1_title.up.sql` and `1_title.down.sql`; the table has one row, the newest version and whether it failed. */
export const golangMigrate: Layout = {
  name: 'golang-migrate',
  tool: 'golang-migrate',
  table: {
    name: 'schema_migrations',
    columns: { version: 'bigint NOT NULL PRIMARY KEY', dirty: 'boolean NOT NULL' },
  },
  order: 'version',
  late: false,
  recognises: (files) => files.some(({ path }) => /^\d+_.+\.up\.sql$/.test(baseName(path))),
  read(files) {
    const all = files.flatMap(({ path, text }) => {
      const [, version = '', , way] = named.exec(baseName(path)) ?? [];
      return way === undefined ? [] : [{ id: String(BigInt(version)), name: baseName(path), path, way, text }];
    });
    return [...grouped(all, ({ id }) => id).values()]
      .flatMap((ways): Script[] => {
        const [up, down] = ['up', 'down'].map((way) => ways.filter((each) => each.way === way)[0]);
        const first = up ?? down;
        if (!first) return [];
        const { id, name, path } = first;
        return [{ id, name, path, up: whole(up?.text ?? ''), ...(down && { down: whole(down.text) }) }];
      })
      .sort(byVersion);
  },
  // What is older than the version was applied, or skipped: the tool does not tell, and never runs it.
  applied(rows, scripts) {
    const [row] = rows;
    if (!row) return [];
    const current = { id: String(row.version) };
    const older = scripts.filter((script) => byVersion(script, current) < 0).map(({ id }) => ({ id }));
    return [...older, isTrue(row.dirty) ? { ...current, failed: true as const } : current];
  },
  before: (script, noted) => standAt(script.id, true, noted),
  up: (script, noted) => standAt(script.id, false, noted),
  down(script, noted) {
    const older = noted.scripts.filter((each) => byVersion(each, script) < 0).at(-1);
    return standAt(older?.id, false, noted);
  },
};

function standAt(version: string | undefined, dirty: boolean, noted: Parameters<Layout['up']>[1]) {
  const { table } = golangMigrate;
  return [
    deleteFrom(table, {}, noted),
    ...(version === undefined ? [] : [insertInto(table, { version, dirty }, noted)]),
  ];
}
