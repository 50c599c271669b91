import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

const tables = 'CREATE TABLE p (id int PRIMARY KEY);\nCREATE TABLE t (id int PRIMARY KEY, a int, KEY k (a));';

describe.each(family)('a desired state that names its own database on $name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;

  live('is refused where that would lead to the live tables', async () => {
    await using place = await openPlace({ url, scheme, driver, start: tables, goal: tables });
    const home = new URL(place.tenant.target.url).pathname.slice(1);
    const refused = [
      `${tables}\nCREATE VIEW v AS SELECT id FROM ${home}.t;`,
      tables.replace('KEY k (a)', `KEY k (a), FOREIGN KEY (a) REFERENCES ${home}.p (id)`),
    ];
    for (const goal of refused) {
      await place.desire(goal);
      await expect(place.sync({ dryRun: true })).rejects.toMatchObject({
        message: expect.stringMatching(/goal\.sql:[23].*names the database that this desired state is for/s),
        hint: expect.stringMatching(/^Write the name without its database: [tp]\./),
      });
    }
  });

  live('is compared as it is in bodies, which say the same', async () => {
    const bodies = (home: string) => [
      tables,
      `CREATE PROCEDURE q() SELECT COUNT(*) FROM ${home}.t;`,
      `CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = (SELECT MAX(id) FROM ${home}.p);`,
    ];
    await using place = await openPlace({ url, scheme, driver, start: tables, goal: tables });
    const home = new URL(place.tenant.target.url).pathname.slice(1);
    await place.desire(bodies(home).join('\n'));
    expect((await place.sync()).report?.outcome).toBe('done');
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });
});
