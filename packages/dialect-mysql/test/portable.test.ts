import { address, createCatalogue, schemaObject } from '@sync/core';
import { expect, test } from 'vitest';
import { mariadbFlavour, mysqlPortable, type TableSpec } from '../src/index.js';

/** What is said, in terms of no engine, of a text with this check. */
function readWith(check: string) {
  const table = schemaObject<TableSpec>({
    kind: 'table',
    address: address('table', 't'),
    name: 't',
    needs: [],
    spec: {
      columns: [{ name: 'doc', type: 'longtext', check }],
      indexes: [],
      foreignKeys: [],
      checks: [],
      engine: 'InnoDB',
      charset: 'utf8mb4',
      collation: 'utf8mb4_bin',
      options: [],
    },
    layout: { order: ['doc'] },
  });
  const { tables, notCarried } = mysqlPortable(mariadbFlavour).read(createCatalogue([table]));
  return { base: tables[0]?.columns[0]?.type.base, checks: tables[0]?.checks.length, left: notCarried.length };
}

test('a text that holds documents and nothing else is JSON, and its check says no more', () => {
  expect(readWith('json_valid(`doc`)')).toEqual({ base: 'json', checks: 0, left: 0 });
});

test.each(['json_valid(`doc`) and json_length(`doc`) > 3', 'json_valid(`other`)'])(
  'a check that says more is carried, or told as left out: %s',
  (check) => {
    const { base, checks = 0, left } = readWith(check);
    expect(base).toBe('text');
    expect(checks + left).toBe(1);
  },
);
