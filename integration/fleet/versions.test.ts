import { expect, test } from 'vitest';
import { administer, freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { openFleetOf } from './open-fleet.js';

const [older, newer] = ['postgres-13', 'postgres-18'].map((name) => realServer(name));
const live = older && newer && 'url' in older && 'url' in newer ? test : test.skip;
const urlOf = (server: typeof older) => (server && 'url' in server ? server.url : '');

live('tenants on servers of several versions are compared with a state as each of these writes it', async () => {
  await using a = await freshDatabase(urlOf(newer));
  await using b = await freshDatabase(urlOf(older));
  await using c = await freshDatabase(urlOf(older));
  const tenants = [a, b, c].map(({ url }, i) => ({ id: `t${i}`, url }));
  await using fleet = await openFleetOf({ engine: 'postgres', tenants });
  // What one version qualifies in a definition another leaves bare.
  const view = 'CREATE VIEW v AS SELECT t.id FROM t WHERE t.id > 1';
  await fleet.desire(`CREATE TABLE t (id integer PRIMARY KEY); ${view};`);
  for (const { url } of [a, b, c]) await administer(url, 'CREATE TABLE t (id integer PRIMARY KEY)', view);
  const validated = await fleet.run('validate', '--all-tenants');
  expect(validated, validated.stdout + validated.stderr).toMatchObject({ code: 0 });
  await fleet.desire(`CREATE TABLE t (id integer PRIMARY KEY, n integer); ${view};`);
  const synced = await fleet.run('sync', '--all-tenants', '--yes');
  expect(synced, synced.stdout + synced.stderr).toMatchObject({ code: 0 });
  expect(await fleet.run('validate', '--all-tenants')).toMatchObject({ code: 0 });
});
