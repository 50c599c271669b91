import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

const start = `
CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW v AS SELECT id FROM t;
CREATE FUNCTION f () RETURNS int DETERMINISTIC RETURN 1;`;
const goal = start.replace('SELECT id', 'SELECT id + 1 AS id').replace('RETURN 1', 'RETURN 2');
const other = "DEFINER = 'nobody'@'nowhere'";

describe.each(family)('$name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;

  live.each([
    ['view "v": definer was', `CREATE OR REPLACE ${other} VIEW v AS SELECT id FROM t`],
    ['function "f": definer was', `DROP FUNCTION f; CREATE ${other} FUNCTION f () RETURNS int DETERMINISTIC RETURN 1`],
  ])('%s another when the plan was made', async (told, meanwhile) => {
    await using place = await openPlace({ url, scheme, driver, start, goal });
    const plan = JSON.parse(JSON.stringify(await place.engine.plan(place.tenant, place.goal, {})));
    await place.query(meanwhile);
    const error = await place.engine.apply(place.tenant, plan, { allow: 'all' }).catch((thrown) => thrown);
    expect({ code: error.code, message: error.message }).toMatchObject({
      code: 'BASE_MISMATCH',
      message: expect.stringMatching(new RegExp(`${told} .*, is nobody@nowhere`)),
    });
    const again = await place.engine.plan(place.tenant, place.goal, { prove: false });
    expect(again.up.flatMap(({ steps }) => steps.flatMap(({ sql }) => sql.map(({ text }) => text))).join()).toContain(
      'DEFINER=`nobody`@`nowhere`',
    );
  });
});
