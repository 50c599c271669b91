import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

const table = 'CREATE TABLE t (id int PRIMARY KEY, n int);';

describe.each(family)('a view that was made in another character set on $name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;

  live('keeps the collation of its texts when it is changed, and back', async () => {
    const start = `${table} SET NAMES latin1 COLLATE latin1_german1_ci; CREATE VIEW v AS SELECT id, 'a' AS word FROM t; SET NAMES utf8mb4;`;
    const goal = `${table}\nCREATE VIEW v AS SELECT id, n, 'a' AS word FROM t;`;
    await using place = await openPlace({ url, scheme, driver, start, goal });
    const collation = async () => {
      const asked = "table_schema = DATABASE() AND table_name = 'v' AND column_name = 'word'";
      const [row] = await place.query(`SELECT collation_name AS c FROM information_schema.columns WHERE ${asked}`);
      return row?.c;
    };
    expect(await collation()).toBe('latin1_german1_ci');
    const { plan, report } = await place.sync();
    expect(report?.outcome).toBe('done');
    expect(await collation()).toBe('latin1_german1_ci');
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    if (!plan) throw new Error('nothing was planned');
    expect((await place.engine.down(place.tenant, plan, { allow: 'all' })).outcome).toBe('done');
    expect(await collation()).toBe('latin1_german1_ci');
  });
});
