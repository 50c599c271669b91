import { address, type Connection, hashOf, type SchemaObject } from '@sync/core';
import { foldName, printTable, type TableSpec } from '@sync/dialect-sqlite';
import { describe, expect, it } from 'vitest';
import { memory, read } from './converge.js';
import { createTexts, parents } from './create-texts.js';

async function database(text: string): Promise<Connection> {
  const connection = await memory();
  for (const parent of parents) await connection.execute({ text: parent });
  await connection.execute({ text });
  return connection;
}

async function tableIn(connection: Connection): Promise<SchemaObject<TableSpec>> {
  const table = (await read(connection)).get(address('table', 't'));
  if (!table) throw new Error('the table was not read');
  return table as SchemaObject<TableSpec>;
}

/** What the server itself says of the table, without the spellings that the reader is to level out. */
async function pragmas(connection: Connection) {
  const ask = <R>(text: string) => connection.query<R>({ text });
  const columns = await ask<{ name: string; type: string; notnull: number; pk: number; hidden: number }>(
    'SELECT name, type, "notnull", pk, hidden FROM pragma_table_xinfo(\'t\')',
  );
  const keys = await ask<{ origin: string; unique: number; parts: string }>(`
    SELECT l.origin, l."unique",
      (SELECT json_group_array(json_array(x.name, x."desc", x.coll)) FROM pragma_index_xinfo(l.name) AS x WHERE x.key) AS parts
    FROM pragma_index_list('t') AS l ORDER BY l.origin, parts`);
  const foreign = await ask<{ table: string; columns: string }>(
    `SELECT json_group_array(json_array(lower("from"), lower("to"))) AS columns, lower("table") AS "table", on_update, on_delete
     FROM (SELECT * FROM pragma_foreign_key_list('t') ORDER BY id, seq) GROUP BY id ORDER BY 1, 2`,
  );
  const [options] = await ask<{ wr: number; strict: number }>(
    "SELECT wr, strict FROM pragma_table_list WHERE name = 't'",
  );
  return { columns, keys, foreign, options };
}

const level = (type: string) =>
  type
    .replace(/\s+/g, ' ')
    .replace(/\s*([(),])\s*/g, '$1')
    .trim()
    .toUpperCase();

describe.each(createTexts)('%s', (text) => {
  it('is read as the server reads it', async () => {
    await using connection = await database(text);
    const { spec, extras, layout } = await tableIn(connection);
    const { columns, keys, foreign, options } = await pragmas(connection);
    const byName = new Map(spec.columns.map((column) => [column.name, column]));
    expect((layout as { columns: string[] }).columns).toEqual(columns.map(({ name }) => foldName(name)));
    for (const column of columns) {
      const own = byName.get(column.name);
      expect(own?.type).toBe(level(column.type));
      expect(own?.generated ? (own.generated.stored ? 3 : 2) : 0).toBe(column.hidden);
      if (own?.notNull) expect(column.notnull).toBe(1);
    }
    const inKey = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    expect(spec.primaryKey?.columns.map((part) => part.column) ?? []).toEqual(inKey.map(({ name }) => foldName(name)));
    expect(extras).toEqual({
      ...(options?.strict && { 'sqlite/strict': true }),
      ...(options?.wr && { 'sqlite/without-rowid': true }),
    });
    const uniques = keys.filter(({ origin }) => origin === 'u').map(({ parts }) => parts);
    expect(uniques.length).toBeLessThanOrEqual(spec.uniques.length);
    for (const parts of uniques) {
      const wanted = (JSON.parse(parts) as [string, number, string][]).map(([name, desc, coll]) => [
        foldName(name),
        desc,
        coll.toUpperCase(),
      ]);
      const found = spec.uniques.map((unique) =>
        unique.columns.map((part) => {
          const own = spec.columns.find((column) => foldName(column.name) === part.column)?.collation;
          return [part.column, part.descending ? 1 : 0, part.collation ?? own ?? 'BINARY'];
        }),
      );
      expect(found).toContainEqual(wanted);
    }
    expect(spec.foreignKeys.map((key) => key.table).sort()).toEqual(foreign.map((key) => key.table).sort());
    for (const key of spec.foreignKeys) {
      expect(foreign).toContainEqual(
        expect.objectContaining({
          table: key.table,
          on_delete: key.onDelete ?? 'NO ACTION',
          on_update: key.onUpdate ?? 'NO ACTION',
        }),
      );
    }
  });

  it('is written so that the server makes the same of it', async () => {
    await using connection = await database(text);
    const table = await tableIn(connection);
    await using copy = await database(printTable(table));
    const again = await tableIn(copy);
    expect(again.spec).toEqual(table.spec);
    expect(hashOf(again)).toBe(hashOf(table));
    expect(printTable(again)).toBe(printTable(table));
    const [before, after] = [await pragmas(connection), await pragmas(copy)];
    const own = (row: (typeof before.columns)[number]) => ({ ...row, type: level(row.type), notnull: 0 });
    expect(after.columns.map(own)).toEqual(before.columns.map(own));
    expect(after.options).toEqual(before.options);
    expect(after.keys.map((key) => [key.origin, key.parts.toUpperCase()]).sort()).toEqual(
      before.keys.map((key) => [key.origin, key.parts.toUpperCase()]).sort(),
    );
    expect(after.foreign.length).toBe(before.foreign.length);
  });

  it('gives the same defaults', async () => {
    await using connection = await database(text);
    const table = await tableIn(connection);
    await using copy = await database(printTable(table));
    const fixed = table.spec.columns.filter(
      (column) => column.default !== undefined && !/CURRENT_|now/.test(column.default),
    );
    if (fixed.length === 0) return;
    const list = fixed.map((column) => `"${column.name}"`).join(', ');
    const values = async (of: Connection) => {
      await of.execute({ text: 'PRAGMA foreign_keys = OFF' });
      await of.execute({ text: 'INSERT INTO t DEFAULT VALUES' });
      return of.query({
        text: `SELECT ${list}, ${fixed.map((column) => `typeof("${column.name}")`).join(', ')} FROM t`,
      });
    };
    expect(await values(copy)).toEqual(await values(connection));
  });
});
