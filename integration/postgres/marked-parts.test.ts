import { describe, expect, test } from 'vitest';
import { online, openPlace, type Place, servers } from '../online/support.js';

const tables = (b = 'int', key = 'PRIMARY KEY (id)') => `
CREATE TABLE p (id int NOT NULL, a int NOT NULL, b ${b} NOT NULL, ${key}) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY LIST (id);
CREATE TABLE p11 PARTITION OF p1 FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);`;
const unique = 'CREATE UNIQUE INDEX u ON p (id, b);';
const index = (columns = 'b') => `CREATE INDEX i ON p (${columns});`;

const marks = `
ALTER TABLE p2 REPLICA IDENTITY USING INDEX p2_id_b_idx;
ALTER TABLE p11 REPLICA IDENTITY USING INDEX p11_pkey;
COMMENT ON CONSTRAINT p1_pkey ON p1 IS 'of a key';
ALTER TABLE p11 CLUSTER ON p11_b_idx;
ALTER INDEX p11_b_idx SET (fillfactor = 50);
COMMENT ON INDEX p11_b_idx IS 'it''s $part$ of \\i';`;

/** What is said of parts, by their tables, whatever they are called. */
const said = `
SELECT string_agg(concat_ws(' ', r.relname, c.reloptions, x.indisreplident, x.indisclustered, obj_description(c.oid), obj_description(k.oid)), E'\\n' ORDER BY r.relname, x.indisreplident, x.indisclustered)
FROM pg_index x
JOIN pg_class c ON c.oid = x.indexrelid AND c.relispartition
JOIN pg_class r ON r.oid = x.indrelid
LEFT JOIN pg_constraint k ON k.conindid = c.oid AND k.contype IN ('p', 'u')
WHERE c.reloptions IS NOT NULL OR x.indisreplident OR x.indisclustered OR obj_description(c.oid) IS NOT NULL
  OR obj_description(k.oid) IS NOT NULL`;

async function goTo(place: Place, goal: string, request = {}) {
  await place.desire(goal);
  return place.engine.sync(place.tenant, place.goal, { ...request, allow: 'all' });
}

async function undo(place: Place): Promise<void> {
  const [run] = await place.engine.history(place.tenant);
  await place.engine.down(place.tenant, run?.run ?? '', { allow: 'all' });
}

const before = tables() + unique + index();

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live.each([
    ['a column of another type', tables('bigint') + unique + index(), {}],
    ['other keys and indexes', tables('int', 'PRIMARY KEY (id, a)') + unique + index('b, a'), {}],
    ['another index, online', tables() + unique + index('b, a'), online],
  ])('what is said of parts of indexes is said again after %s, and on the way down', async (_, goal, request) => {
    await using place = await openPlace(url, {}, before + marks, 'INSERT INTO p VALUES (1, 1, 1), (2, 2, 2)');
    const was = String(await place.value(said));
    expect(was.split('\n').length).toBeGreaterThan(3);
    await goTo(place, goal, request);
    expect(await place.value(said)).toBe(was);
    await undo(place);
    expect(await place.value(said)).toBe(was);
  });

  live('a partition whose rows were told apart by a part of what goes is told of, and goes by its key', async () => {
    await using place = await openPlace(url, {}, before + marks);
    const was = await place.value(said);
    await place.desire(tables() + index());
    const plan = await place.engine.plan(place.tenant, place.goal);
    const hazards = plan.up.flatMap(({ steps }) => steps.flatMap((step) => step.hazards ?? []));
    expect(hazards.filter(({ code }) => code === 'ends-replica-identity')).toMatchObject([
      { class: 'correctness', message: expect.stringContaining('table p2') },
    ]);
    await goTo(place, tables() + index());
    expect(await place.value("SELECT relreplident FROM pg_class WHERE relname = 'p2'")).toBe('d');
    await undo(place);
    expect(await place.value(said)).toBe(was);
  });

  live('what a desired state says of parts is said where they are made', async () => {
    await using place = await openPlace(url, {}, 'CREATE TABLE other (id int)');
    await goTo(place, before + marks);
    expect(String(await place.value(said))).toContain("{fillfactor=50} f t it's $part$ of \\i");
  });
});
