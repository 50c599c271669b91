import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

const table = 'CREATE TABLE t (id int PRIMARY KEY, `a``b` int, c int);';
const triggers = `
CREATE TRIGGER first BEFORE INSERT ON t FOR EACH ROW SET NEW.c = COALESCE(NEW.c, 5);
CREATE TRIGGER second BEFORE INSERT ON t FOR EACH ROW SET NEW.C = NEW.c + new.\`A\`\`B\`, @said = 'NEW.gone';
CREATE TRIGGER third BEFORE INSERT ON t FOR EACH ROW SET NEW.c = NEW.c + 1;`;

describe.each(family)('$name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;

  live('stand in the way of no plan, and are made anew where they are wanted', async () => {
    const start = `${table}${triggers} INSERT INTO t VALUES (1, 2, 3); ALTER TABLE t DROP COLUMN \`a\`\`b\`;`;
    const goal = `${table}${triggers}`;
    await using place = await openPlace({ url, scheme, driver, start, goal });
    const { catalogue, unmanaged } = await place.engine.inspect(place.tenant);
    expect([...catalogue].map(({ address }) => address).sort()).toEqual(['table:t', 'trigger:first', 'trigger:third']);
    expect(unmanaged.filter(({ kind }) => kind === 'trigger')).toEqual([
      expect.objectContaining({
        name: 'second',
        reason: 'no statement that fires it goes through: NEW.A`B, which it names, is not there',
      }),
    ]);
    const plan = await place.engine.plan(place.tenant, place.goal, { online: 'never' });
    expect(plan.proof).toMatchObject({ up: true, down: true });
    await place.sync({ online: 'never' });
    expect((await place.engine.plan(place.tenant, place.goal)).up).toEqual([]);
    await place.query('INSERT INTO t VALUES (2, 10, NULL)');
    expect(await place.query('SELECT id, c FROM t ORDER BY id')).toEqual([
      { id: 1, c: 6 },
      { id: 2, c: 16 },
    ]);
    const [run] = await place.engine.history(place.tenant);
    await place.engine.down(place.tenant, run?.run ?? '', { allow: 'all' });
    await place.query('INSERT INTO t (id, c) VALUES (3, 1)');
  });
});
