import { describe, expect, test } from 'vitest';
import { online, openPlace, servers } from './support.js';

const t = 'CREATE TABLE t (id int PRIMARY KEY, v int, w int)';
const wished = 'CREATE TABLE t (id int PRIMARY KEY, v int, w bigint, u uuid DEFAULT gen_random_uuid())';
const rows = 'INSERT INTO t VALUES (1, NULL, 1), (2, 1, 2), (3, 9, 3)';
const check = 'ALTER TABLE t ADD CONSTRAINT above CHECK (v > 5) NOT VALID';
const parted =
  'CREATE TABLE p (id int, v int) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9)';
const checkOfPart = 'ALTER TABLE p1 ADD CONSTRAINT above CHECK (v > 5) NOT VALID';

/** What rows that are there need not satisfy: the table before and after, and what it is called. */
const cases = {
  'a check': { before: [t, rows, check], goal: [wished, check], only: undefined },
  'NOT NULL': {
    before: [t, rows, 'ALTER TABLE t ADD CONSTRAINT above NOT NULL v NOT VALID'],
    goal: [wished, 'ALTER TABLE t ADD CONSTRAINT above NOT NULL v NOT VALID'],
    only: 'postgres-18',
  },
  'a check of a partition': {
    before: [parted, 'INSERT INTO p VALUES (1, 1)', checkOfPart],
    goal: [parted.replace('v int', 'v int, u uuid DEFAULT gen_random_uuid()'), checkOfPart],
    only: undefined,
  },
} as const;

describe.each(servers)('$name', (server) => {
  const url = 'url' in server ? server.url : '';

  const live = 'absent' in server ? test.skip : test;
  const possible = Object.entries(cases).filter(([, { only }]) => (only ?? server.name) === server.name);

  describe.each(possible)('%s that is not validated', (_, { before, goal }) => {
    live('stops no fill half way: the table is written at once, and the plan says why', async () => {
      await using place = await openPlace(url, {}, ...before);
      await place.desire(goal.join(';\n'));
      const { plan } = await place.engine.sync(place.tenant, place.goal, { ...online, allow: 'all' });
      const told = (plan?.up ?? []).flatMap(({ steps }) => steps.flatMap(({ hazards }) => hazards));
      expect(told.filter(({ code }) => code === 'rewrites-table').map(({ message }) => message)).toContainEqual(
        expect.stringContaining('do not satisfy above, until that is validated'),
      );
      expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    });
  });

  live.each(['CLUSTER ON t_pkey', 'REPLICA IDENTITY USING INDEX t_pkey'])(
    'a key that the table goes by with %s is not built beside the old one',
    async (mark) => {
      const marked = `${t}; ALTER TABLE t ${mark}`;
      await using place = await openPlace(url, {}, marked);
      await place.desire(marked.replace('id int', 'id bigint'));
      const { plan } = await place.engine.sync(place.tenant, place.goal, { ...online, allow: 'all' });
      const told = (plan?.up ?? []).flatMap(({ steps }) =>
        steps.flatMap(({ hazards }) => hazards.map(({ code }) => code)),
      );
      expect(told).toContain('rewrites-table');
    },
  );

  const newest = server.name === 'postgres-18' ? [server] : [];
  live.each(newest)(
    'what was not enforced is looked at beside what is there, and guarded nothing while it is gone',
    async () => {
      const enforced = `CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (a int CONSTRAINT a CHECK (a > 0), r int CONSTRAINT fk REFERENCES r); COMMENT ON CONSTRAINT fk ON t IS 'kept';`;
      const before = enforced
        .replace('(a > 0)', '(a > 0) NOT ENFORCED')
        .replace('REFERENCES r', 'REFERENCES r NOT ENFORCED');
      await using place = await openPlace(url, {}, before, 'INSERT INTO t VALUES (1, NULL)');
      await place.desire(enforced);
      const { plan } = await place.engine.sync(place.tenant, place.goal, { ...online, allow: 'all' });
      const steps = (plan?.up ?? []).flatMap((batch) => batch.steps);
      expect(steps.flatMap(({ hazards }) => hazards.map(({ code }) => code))).not.toContain('gone-meanwhile');
      const statements = steps.flatMap(({ sql }) => sql.map(({ text }) => text));
      expect(statements).not.toContainEqual(expect.stringMatching(/ ENFORCED$/));
      expect(statements).toContain('ALTER TABLE public.t VALIDATE CONSTRAINT schema_sync_new_fk');
      expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
      const [run] = await place.engine.history(place.tenant);
      await place.engine.down(place.tenant, run?.run ?? '', { allow: 'all' });
    },
  );

  live('what has been validated is filled in batches', async () => {
    const valid = 'ALTER TABLE t ADD CONSTRAINT above CHECK (id > 0)';
    await using place = await openPlace(url, {}, t, rows, valid);
    await place.desire(`${wished}; ${valid};`);
    const { plan } = await place.engine.sync(place.tenant, place.goal, { ...online, allow: 'all' });
    expect(plan?.up.some(({ steps }) => steps.some(({ sql }) => sql.some(({ repeat }) => repeat)))).toBe(true);
  });
});
