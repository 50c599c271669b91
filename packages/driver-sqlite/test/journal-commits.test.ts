import { readFileSync, writeFileSync } from 'node:fs';
import { createEngine, tenantContext } from '@sync/core';
import { expect, test } from 'vitest';
import driver from '../src/index.js';
import { type Folder, folder } from './folder.js';

const engine = createEngine({ driver });

/** How many transactions changed a file, as it says itself: https://sqlite.org/fileformat.html#file_change_counter. */
const commits = (place: Folder) => readFileSync(place.file('a.db')).readUInt32BE(24);

test('a run waits for the disk where it begins, where it changes something, and where it ends', async () => {
  using place = folder();
  const tenant = tenantContext({ id: 'one', target: { url: 'sqlite:a.db', directory: place.path } });
  {
    await using connection = await place.connect('a.db');
    await connection.execute({ text: 'CREATE TABLE t (id INTEGER PRIMARY KEY)' });
  }
  let before = commits(place);
  for (const columns of ['a TEXT', 'a TEXT, b TEXT', 'a TEXT, b TEXT, c TEXT']) {
    writeFileSync(place.file('s.sql'), `CREATE TABLE t (id INTEGER PRIMARY KEY, ${columns});`);
    const plan = await engine.plan(tenant, place.file('s.sql'));
    expect(await engine.apply(tenant, plan)).toMatchObject({ outcome: 'done' });
    expect(commits(place) - before).toBe(3);
    before = commits(place);
  }
  expect(await engine.history(tenant)).toHaveLength(3);
  expect(await engine.verifyJournal(tenant)).toMatchObject({ breaks: [], runs: 3 });
});
