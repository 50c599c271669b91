import { crc32 } from 'node:zlib';
import { byCodeUnit } from '../../model/address.js';
import {
  baseName,
  byVersion,
  isTrue,
  type Layout,
  type MigrationFile,
  type Noted,
  type ToolRow,
  whole,
} from '../layout.js';
import type { Applied, Script } from '../script.js';
import { insertInto } from '../tool-table.js';

const named = /^([VUR])([\d._]*)__(.+)\.sql$/;

/** Flyway: `V1__what.sql`, what takes it back in `U1__what.sql`, and `R__what.sql`, which runs again whenever it was changed. */
export const flyway: Layout = {
  name: 'flyway',
  tool: 'Flyway',
  table: {
    name: 'flyway_schema_history',
    columns: {
      installed_rank: 'integer NOT NULL PRIMARY KEY',
      version: 'varchar(50)',
      description: 'varchar(200) NOT NULL',
      type: 'varchar(20) NOT NULL',
      script: 'varchar(1000) NOT NULL',
      checksum: 'integer',
      installed_by: 'varchar(100) NOT NULL',
      installed_on: 'timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP',
      execution_time: 'integer NOT NULL',
      success: 'boolean NOT NULL',
    },
  },
  order: 'installed_rank',
  late: false,
  recognises: (files) => files.some(({ path }) => /^[VR][\d._]*__.+\.sql$/.test(baseName(path))),
  read(files) {
    const all = files.flatMap((file) => {
      const [, type, version = ''] = named.exec(baseName(file.path)) ?? [];
      return type === undefined ? [] : [{ type, version: version.replaceAll('_', '.'), file }];
    });
    const undo = new Map(all.flatMap(({ type, version, file }) => (type === 'U' ? [[version, file.text]] : [])));
    const versioned = all
      .filter(({ type }) => type === 'V')
      .map(({ version, file }) => scriptOf(version, file, undo.get(version)));
    const repeated = all
      .filter(({ type }) => type === 'R')
      .map(({ file }) => ({ ...scriptOf(descriptionOf(file.path), file), repeats: true as const }));
    return [...versioned.sort(byVersion), ...repeated.sort((a, b) => byCodeUnit(a.id, b.id))];
  },
  applied(rows, scripts) {
    const found = new Map<string, Applied>();
    for (const row of rows) {
      const id = idOf(row);
      if (String(row.type).startsWith('UNDO')) found.delete(id);
      else if (row.type === 'BASELINE') for (const each of atMost(id, scripts)) found.set(each, { id: each });
      else found.set(id, appliedBy(row, id));
    }
    return [...found.values()];
  },
  up: (script, noted) => [insertInto(flyway.table, rowOf(script, 'SQL', noted), noted)],
  down: ({ id, ...script }, noted) => {
    const undo = { ...rowOf({ id, ...script }, 'UNDO_SQL', noted), checksum: checksumOf(script.down?.text ?? '') };
    return [insertInto(flyway.table, { ...undo, script: undo.script.replace(/^V/, 'U') }, noted)];
  },
};

function scriptOf(id: string, { path, text }: MigrationFile, down?: string): Script {
  const up = whole(text);
  const checksum = String(checksumOf(text));
  return { id, name: baseName(path), path, checksum, up, ...(down !== undefined && { down: whole(down) }) };
}

/** The lines without what ends them, as a signed number. */
function checksumOf(text: string): number {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  return lines.reduce((sum, line) => crc32(Buffer.from(line), sum), 0) | 0;
}

function descriptionOf(path: string): string {
  return (named.exec(baseName(path))?.[3] ?? '').replaceAll('_', ' ');
}

function idOf({ version, description }: ToolRow): string {
  return version === null ? String(description) : String(version);
}

function appliedBy({ checksum, success }: ToolRow, id: string): Applied {
  return {
    id,
    ...(checksum !== null && { checksum: String(checksum) }),
    ...(!isTrue(success) && { failed: true as const }),
  };
}

function atMost(version: string, scripts: readonly Script[]): readonly string[] {
  return scripts.filter((script) => !script.repeats && byVersion(script, { id: version }) <= 0).map(({ id }) => id);
}

function rowOf({ id, name, path, checksum, repeats }: Script, type: string, { rows, user, elapsedMs }: Noted) {
  const ranks = rows.map(({ installed_rank: rank }) => Number(rank));
  return {
    installed_rank: Math.max(0, ...ranks) + 1,
    version: repeats ? null : id,
    description: descriptionOf(path),
    type,
    script: name,
    checksum: checksum === undefined ? null : Number(checksum),
    installed_by: user,
    execution_time: elapsedMs,
    success: true,
  };
}
