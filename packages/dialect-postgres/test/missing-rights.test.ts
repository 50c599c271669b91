import { type Address, type Change, schemaObject } from '@sync/core';
import { expect, test } from 'vitest';
import type { Ask } from '../src/rights/ask.js';
import { lacks } from '../src/rights/lacks.js';
import { missingRights } from '../src/rights/missing-rights.js';

const asks: Readonly<Record<Ask, true>> = {
  'own-relation': true,
  'own-routine': true,
  'own-type': true,
  'own-collation': true,
  'own-statistics': true,
  'own-dictionary': true,
  'own-configuration': true,
  'drop-relation': true,
  'drop-routine': true,
  'drop-type': true,
  'drop-collation': true,
  'drop-statistics': true,
  'drop-dictionary': true,
  'drop-configuration': true,
  'own-schema': true,
  'own-publication': true,
  'own-server': true,
  'own-extension': true,
  'own-event-trigger': true,
  'own-either-type': true,
  'create-in': true,
  'create-in-database': true,
  'create-extension': true,
  'use-type': true,
  'use-language': true,
  'use-wrapper': true,
  'use-server': true,
  'trigger-on': true,
  'refer-to': true,
  'act-as': true,
};

test.each(Object.keys(asks) as Ask[])('who asks for %s is answered', (ask) => {
  expect(lacks.filter((lack) => lack.asks.includes(ask)).map(({ select }) => select)).toEqual([
    expect.stringContaining(`'${ask}'`),
  ]);
});

test('a server is asked for no right that no change takes', () => {
  const table = schemaObject({ kind: 'table', address: 'table:public.t' as Address, name: 't', spec: { columns: [] } });
  const dropped: Change = { id: 'drop table t', verb: 'drop', kind: 'table', address: table.address, from: table };
  const { text = '' } = missingRights([dropped]) ?? {};
  expect(text).toContain('pg_class');
  expect(text).not.toContain('pg_ts_dict');
  expect(text).not.toContain('pg_available_extensions');
});
