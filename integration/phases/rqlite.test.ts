import type { Driver } from '@sync/core';
import rqlite from '@sync/driver-rqlite';
import { describe, expect, test } from 'vitest';
import { freshRqliteDatabase, rqliteAbsence } from '../servers/fresh-rqlite-database.js';
import { liveThrough } from './both-clients.js';
import { phaseCases } from './cases.js';
import { openPlace, type PhasedServer } from './place.js';
import { wordsOfSqlite } from './words-of-sqlite.js';

const node: PhasedServer = {
  name: 'rqlite',
  driver: rqlite as unknown as Driver,
  url: rqliteAbsence === undefined ? 'node' : '',
  open: freshRqliteDatabase,
};
const live = node.url === '' ? test.skip : test;

describe('old and new clients on rqlite, where', () => {
  for (const phased of phaseCases(wordsOfSqlite)) live(phased.name, () => liveThrough(node, phased), 60_000);
});

describe('what no state of rqlite serves', () => {
  live.each(['hex(randomblob(4))', "a || datetime('now')"])('%s, which each node works out by itself', async (as) => {
    await using place = await openPlace(
      node,
      ['CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)'],
      `CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT -- @derived from=a as (${as}) back (b)\n);`,
    );
    const error = await place.sync('expand').catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'PLAN_IMPOSSIBLE', message: expect.stringMatching(/their data would part/) });
  });
});
