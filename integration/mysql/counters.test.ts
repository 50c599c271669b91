import { createEngine, inspect } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

const start =
  'CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY); CREATE TABLE other (id int AUTO_INCREMENT PRIMARY KEY);';
const goal = start.replace('KEY);', 'KEY) AUTO_INCREMENT=1000;');
const next =
  "SELECT auto_increment AS n FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 't'";

describe.each(family)('from where tables of $name count on', ({ name, scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;
  if (url === '') test.skip(`absent: ${name}`, () => {});

  live('is no difference where nobody asks for it', async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal });
    expect((await place.sync()).plan).toBeUndefined();
  });

  live('is not brought back by a plan that is older than the rows', async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal });
    const { engine, tenant } = place;
    const plan = await engine.plan(tenant, place.goal, { with: ['counters'] });
    await place.query('INSERT INTO t VALUES (5000); DELETE FROM t');
    await expect(engine.apply(tenant, plan)).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringContaining('counted beyond 1000'),
    });
    expect(await place.query(next)).toEqual([{ n: 5001 }]);
  });

  live('is looked at of tables alone for which the desired state says it', async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal });
    const asked: string[] = [];
    const engine = createEngine({
      driver,
      inspector: (connection, ...rest) =>
        inspect(
          new Proxy(connection, {
            get(target, key) {
              const value = Reflect.get(target, key, target) as unknown;
              if (typeof value !== 'function') return value;
              return (...given: readonly unknown[]) => {
                if (key === 'query') asked.push((given[0] as { readonly text: string }).text);
                return Reflect.apply(value, target, given) as unknown;
              };
            },
          }),
          ...rest,
        ),
    });
    await engine.plan(place.tenant, place.goal, { with: ['counters'], prove: false });
    const counting = asked.filter((text) => /auto_increment/i.test(text) && /table_name IN/.test(text));
    expect(counting.map((text) => text.slice(text.indexOf(' IN (')))).toEqual([" IN ('t')"]);
  });
});
