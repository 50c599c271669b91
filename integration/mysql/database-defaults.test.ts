import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

const table = 'CREATE TABLE t (id int PRIMARY KEY, word varchar(5));';
const defaults = 'ALTER DATABASE CHARACTER SET latin1 COLLATE latin1_german1_ci;';

describe.each(family)('the defaults of a database on $name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;

  live('hold for the tables of a desired state wherever in it they stand', async () => {
    await using place = await openPlace({ url, scheme, driver, start: 'DO 0', goal: `${table}\n${defaults}` });
    const given = { with: ['database'], online: 'never' } as const;
    expect((await place.sync(given)).report?.outcome).toBe('done');
    expect((await place.sync({ ...given, dryRun: true })).inSync).toBe(true);
    const [row] = await place.query(
      "SELECT table_collation AS c FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 't'",
    );
    expect(row?.c).toBe('latin1_german1_ci');
    await place.desire(`${defaults}\n${table}`);
    expect((await place.sync({ ...given, dryRun: true })).inSync).toBe(true);
  });
});
