import { createConnection } from 'mysql2/promise';
import { describe, expect, test } from 'vitest';
import { openPlace, type Place } from './place.js';
import { family } from './servers.js';

const timeout = 60_000;
const tables = (key: string) => `
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p int, KEY of_p (p)${key});
`;
const goal = tables(', CONSTRAINT k FOREIGN KEY (p) REFERENCES p (id)');
const start = `${tables('')} INSERT INTO p VALUES (1); INSERT INTO c VALUES (1, 1);`;

const keysOf = ({ query }: Place) =>
  query(
    "SELECT constraint_name AS n FROM information_schema.table_constraints WHERE constraint_schema = DATABASE() AND constraint_type = 'FOREIGN KEY'",
  );

const indexesOf = ({ query }: Place) =>
  query(
    "SELECT DISTINCT index_name AS i FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'c' ORDER BY 1",
  );

describe.each(family)('$name: a foreign key that is added while others write', ({ url, scheme, driver }) => {
  const live = url === '' ? test.skip : test;
  const open = () => openPlace({ url, scheme, driver, start, goal });

  /** What a run does that is stopped as soon as the server has the key, for which a row came that refers to none. */
  const stopped = async (place: Place) => {
    const { plan } = await place.sync({ dryRun: true });
    const statements = plan?.up.flatMap(({ steps }) => steps.flatMap(({ sql }) => sql)) ?? [];
    const first = statements.findIndex(({ text }) => text.includes('FOREIGN KEY'));
    await place.query('INSERT INTO c VALUES (2, 7)');
    await place.query(`SET foreign_key_checks = 0; ${statements[first]?.text}`);
    expect(await keysOf(place)).toHaveLength(1);
  };

  live('and was not checked by the time that the run was stopped is taken for none', { timeout }, async () => {
    await using place = await open();
    await stopped(place);
    expect((await place.sync({ dryRun: true })).inSync).toBe(false);
    await expect(place.sync({ prove: false })).rejects.toMatchObject({
      message: expect.stringContaining('rows of table c refer to no row of p'),
    });
    expect(await keysOf(place)).toEqual([]);
    await place.query('DELETE FROM c WHERE id = 2');
    expect((await place.sync()).report?.outcome).toBe('done');
    expect(await keysOf(place)).toEqual([{ n: 'k' }]);
    expect(await indexesOf(place)).toEqual([{ i: 'of_p' }, { i: 'PRIMARY' }]);
    await expect(place.query('INSERT INTO c VALUES (3, 7)')).rejects.toThrow(/foreign key/);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });

  live('is not there where a row goes that others refer to', { timeout }, async () => {
    await using place = await open();
    const { plan } = await place.sync({ dryRun: true });
    if (!plan) throw new Error('nothing was planned');
    const uri = place.tenant.target.url.replace(/^mariadb:/, 'mysql:');
    const client = await createConnection({ uri: Object.assign(new URL(uri), { search: '' }).href });
    try {
      await client.query('START TRANSACTION');
      await client.query('DELETE FROM p WHERE id = 1');
      const run = place.engine.apply(place.tenant, plan, {
        allow: 'all',
        signal: AbortSignal.timeout(scheme === 'mysql' ? 2000 : timeout),
      });
      await expect(run).rejects.toMatchObject({
        code: expect.stringMatching(scheme === 'mysql' ? /^(CANCELLED|LOCK_TIMEOUT)$/ : /^CHECK_FAILED$/),
      });
      expect(await keysOf(place)).toEqual([]);
      await client.query('ROLLBACK');
    } finally {
      await client.end();
    }
    expect((await place.sync()).report?.outcome).toBe('done');
    expect(await keysOf(place)).toEqual([{ n: 'k' }]);
  });

  live('goes where it is wanted no more', { timeout }, async () => {
    await using place = await open();
    await stopped(place);
    await place.desire(tables(''));
    const { inSync, report } = await place.sync();
    expect({ inSync, outcome: report?.outcome }).toEqual({ inSync: false, outcome: 'done' });
    expect(await keysOf(place)).toEqual([]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });
});
