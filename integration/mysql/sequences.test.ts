import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

describe.each(family.filter(({ scheme }) => scheme === 'mariadb'))('sequences of $name', ({ scheme, driver, url }) => {
  if (url === '') {
    test.skip('absent', () => {});
    return;
  }

  test.each([
    ['more room at both ends', 'MINVALUE -50 MAXVALUE 5000'],
    ['less room', 'MINVALUE 5 MAXVALUE 900'],
    ['another beginning', 'START WITH 40'],
    ['another distance and no cache', 'INCREMENT BY 3 NOCACHE'],
    ['beginning anew at its end', 'CYCLE'],
  ])('are altered in place and go on from where they are, and back: %s', async (_, options) => {
    const start = 'CREATE SEQUENCE s START WITH 10 MAXVALUE 1000 CACHE 5;';
    const goal = `CREATE SEQUENCE s ${/START/.test(options) ? '' : 'START WITH 10 '}${/MAXVALUE/.test(options) ? '' : 'MAXVALUE 1000 '}${/CACHE/.test(options) ? '' : 'CACHE 5 '}${options};`;
    await using place = await openPlace({ url, scheme, driver, start: `${start} SELECT SETVAL(s, 77);`, goal });
    const next = async () => {
      const [row] = await place.query('SELECT NEXTVAL(s) AS n');
      return Number(row?.n);
    };
    const before = await next();
    expect(before).toBe(78);
    const { plan, report } = await place.sync();
    expect(plan?.changes.map(({ verb }) => verb)).toEqual(['alter']);
    expect(report?.outcome).toBe('done');
    const after = await next();
    expect(after).toBeGreaterThan(before);
    // What was kept at hand may be left out.
    expect(after).toBeLessThanOrEqual(before + 8);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    if (!plan) throw new Error('nothing was planned');
    expect((await place.engine.down(place.tenant, plan, { allow: 'all' })).outcome).toBe('done');
    const back = await next();
    expect(back).toBeGreaterThan(after);
    expect(back).toBeLessThanOrEqual(after + 16);
    await place.desire(start);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });
});
