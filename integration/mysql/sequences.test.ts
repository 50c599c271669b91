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

  test('of which a default names one with a database are those of that database', async () => {
    await using other = await openPlace({ url, scheme, driver, start: 'CREATE SEQUENCE s;', goal: '' });
    await using place = await openPlace({ url, scheme, driver, start: 'DO 0', goal: '' });
    const named = (at: typeof place) => new URL(at.tenant.target.url).pathname.slice(1);
    const [far, home] = [named(other), named(place)];
    const table = (of: string) => `CREATE TABLE t (id bigint PRIMARY KEY DEFAULT (${of}));`;
    const shown = async () => String(Object.values((await place.query('SHOW CREATE TABLE t'))[0] ?? {})[1]);
    const own = 'CREATE SEQUENCE s;';
    for (const goal of [`${own}\n${table(`nextval(${far}.s)`)}`, `${table(`nextval(${far}.s)`)}\n${own}`]) {
      await place.desire(goal);
      await expect(place.sync({ dryRun: true })).rejects.toMatchObject({
        message: expect.stringMatching(/goal\.sql:[12].*which of them is meant cannot be told/s),
        hint: expect.stringContaining(`NEXT VALUE FOR ${far}.s`),
      });
    }
    for (const [goal, of] of [
      [`${own}\n${table(`nextval(${home}.s)`)}`, home],
      [`${own}\n${table(`NEXT VALUE FOR ${home}.s`)}`, home],
      [`${own}\n${table(`NEXT VALUE FOR ${far}.s`)}`, far],
      [table(`nextval(${far}.s)`), far],
      [
        `-- Host: localhost    Database: of_elsewhere\nSET @a = 1;\n${own}\n${table('nextval(`of_elsewhere`.`s`)')}`,
        home,
      ],
    ] as const) {
      await place.desire(goal);
      expect((await place.sync()).report?.outcome ?? 'done').toBe('done');
      expect((await place.sync({ dryRun: true })).inSync).toBe(true);
      expect(await shown()).toContain(`nextval(\`${of}\`.\`s\`)`);
    }
  });
});
