import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hazardsOf } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { openPlace } from './place.js';
import { family } from './servers.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };

describe.each(family)('what people read of $name', ({ url, scheme, driver }) => {
  const live = url === '' ? test.skip : test;

  live('names no scratch database, which nobody knows', async () => {
    await using place = await openPlace({
      url,
      scheme,
      driver,
      start: 'DO 0',
      goal: 'CREATE VIEW v AS SELECT * FROM gone;\nCREATE TRIGGER g BEFORE INSERT ON lost FOR EACH ROW SET NEW.id = 1;\nCREATE VIEW w AS SELECT unheard_of(1);',
    });
    const error = await place.engine.compile(place.goal, { near: place.tenant }).catch((thrown) => thrown);
    expect(error.message).toContain("Table 'gone' doesn't exist");
    expect(error.message).toContain("Table 'lost' doesn't exist");
    expect(error.message).toMatch(/FUNCTION unheard_of does not exist/i);
    expect(error.message).not.toContain('_schema_sync_scratch');
  });

  live('is no way that the server has not got', async () => {
    const start = 'CREATE FUNCTION f(a int) RETURNS int DETERMINISTIC RETURN a;';
    const trigger = (text: string) =>
      `CREATE TABLE t (id int PRIMARY KEY); CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.id = ${text};`;
    await using place = await openPlace({ url, scheme, driver, start: start + trigger('1'), goal: trigger('2') });
    await place.desire(`${start} ${trigger('2').replace('int PRIMARY', 'bigint PRIMARY')}`);
    const { plan } = await place.sync({ dryRun: true, online: 'never' });
    const hints = hazardsOf(plan?.up ?? []).map(({ hint = '' }) => hint);
    expect(hints.join()).not.toContain('--no-online');
  });

  live('says in which database the table of a foreign key is, and which functions always give the same', async () => {
    const shared = 'CREATE TABLE users (id int PRIMARY KEY);';
    await using there = await openPlace({ url, scheme, driver, start: shared, goal: shared });
    const other = basename(new URL(there.tenant.target.url).pathname);
    await using place = await openPlace({
      url,
      scheme,
      driver,
      start: `CREATE TABLE t (id int PRIMARY KEY, CONSTRAINT k FOREIGN KEY (id) REFERENCES ${other}.users (id));
CREATE FUNCTION f(a int) RETURNS int DETERMINISTIC NO SQL RETURN a;`,
      goal: shared,
    });
    const { stdout } = await schemaSync(['inspect', place.tenant.target.url], { cwd: dirname(there.goal), env });
    expect(stdout).toContain(`→ ${other}.users (`);
    expect(stdout).toMatch(/function f \(.*\) returns int.* deterministic no sql/);
    await place.query('DROP TABLE t');
  });
});
