import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

const others = ['p', 'q', 'r'].map((name) => `CREATE TABLE ${name} (id int PRIMARY KEY);`).join(' ');
const [a, b, c] = ['(a) REFERENCES p (id)', '(b) REFERENCES q (id)', '(c) REFERENCES r (id)'] as const;
const table = (...keys: readonly string[]) =>
  `${others} CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, KEY (a), KEY (b), KEY (c)${keys.map((key) => `, FOREIGN KEY ${key}`).join('')});`;

/** What the server has called those of table t, by the column that they lead from. */
const names = `
SELECT column_name AS k, constraint_name AS n FROM information_schema.key_column_usage
WHERE table_schema = DATABASE() AND table_name = 't' AND referenced_table_name IS NOT NULL ORDER BY column_name`;

describe.each(family)('foreign keys without a name on $name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;

  live('are those that are there, whatever number each of them has', async () => {
    await using place = await openPlace({ url, scheme, driver, start: table(a, b, c), goal: table(c, a, b) });
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.desire(table(c, b));
    const { plan, report } = await place.sync({ online: 'never' });
    const steps = plan?.up.flatMap(({ steps: all }) => all.map(({ summary }) => summary));
    expect(steps).toEqual(['alter table t: drop foreign key t_ibfk_1']);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    expect(await place.query(names)).toEqual([
      { k: 'b', n: 't_ibfk_2' },
      { k: 'c', n: 't_ibfk_3' },
    ]);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    await place.desire(table(a, b, c));
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    // One that comes in front takes no number that another one has.
    await place.query('ALTER TABLE t DROP FOREIGN KEY t_ibfk_3, DROP FOREIGN KEY t_ibfk_2');
    await place.desire(table(b, a));
    await place.sync({ online: 'never' });
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    expect(await place.query(names)).toEqual([
      { k: 'a', n: 't_ibfk_1' },
      { k: 'b', n: 't_ibfk_2' },
    ]);
  });

  live('are others where they lead elsewhere, and follow a column that is renamed', async () => {
    const start = table(a, b);
    await using place = await openPlace({ url, scheme, driver, start, goal: table('(a) REFERENCES r (id)', b) });
    const { plan } = await place.sync({ online: 'never' });
    expect(JSON.stringify(plan?.up)).toContain('REFERENCES `r`');
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    const renamed = table('(d) REFERENCES r (id)', b).replace(' a int', '\n-- @renamed from=a\nd int');
    await place.desire(renamed.replace('KEY (a)', 'KEY a (d)'));
    const after = await place.sync({ online: 'never' });
    expect(JSON.stringify(after.plan?.up)).not.toContain('FOREIGN KEY');
  });
});
