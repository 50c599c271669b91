import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { table } from './scenario.js';
import { family } from './servers.js';

const made = (set: string) =>
  `CREATE TABLE t (id int PRIMARY KEY, a varchar(9), b varchar(9) CHARACTER SET ${set}) DEFAULT CHARSET ${set}`;
const document = table(
  't',
  'primaryKey: [id]\ndefaultCharset: utf8\ncolumns: [{ name: id, type: int }, { name: a, type: varchar(9) }, { name: b, type: varchar(9), charset: utf8 }]',
  '',
);

describe.each(family)('$name: the character set utf8 of a desired state', ({ url, scheme, driver }) => {
  test.runIf(url)('is the one that the server takes it for', async () => {
    await using place = await openPlace({ url, scheme, driver, start: made('utf8'), goal: made('utf8') });
    const [row] = await place.query(
      "SELECT character_set_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 't' AND column_name = 'b'",
    );
    const meant = String(row?.name);
    const other = meant === 'utf8mb3' ? 'utf8mb4' : 'utf8mb3';
    const file = `${dirname(place.goal)}/t.yaml`;
    await writeFile(file, document);
    const isInSync = async (goal: string) =>
      (await place.engine.sync(place.tenant, goal, { dryRun: true, allow: 'all' })).inSync;
    expect([await isInSync(place.goal), await isInSync(file)]).toEqual([true, true]);
    await place.query(`DROP TABLE t; ${made(meant)}`);
    expect([await isInSync(place.goal), await isInSync(file)]).toEqual([true, true]);
    await place.query(`DROP TABLE t; ${made(other)}`);
    expect([await isInSync(place.goal), await isInSync(file)]).toEqual([false, false]);
  });
});
