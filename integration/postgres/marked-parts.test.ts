import { renameHint } from '@sync/testkit';
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

const written = (check: string, actions = '', event = 'INSERT', one = 'p11') => `
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE u (id int PRIMARY KEY) PARTITION BY LIST (id);
CREATE TABLE u1 PARTITION OF u FOR VALUES IN (1);
CREATE TABLE p (id int, a int, CONSTRAINT c CHECK (${check}), CONSTRAINT k FOREIGN KEY (a) REFERENCES u ${actions}) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY LIST (id);
CREATE TABLE ${one} PARTITION OF p1 FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE CONSTRAINT TRIGGER t AFTER ${event} ON p FOR EACH ROW EXECUTE FUNCTION f();
CREATE TABLE above (id int, CONSTRAINT c CHECK (${check}), CONSTRAINT only_there CHECK (${check})${check === 'id > 0' ? '' : ' NO INHERIT'});
CREATE TABLE between () INHERITS (above);
CREATE TABLE below () INHERITS (between, above);`;

const writings = `
COMMENT ON CONSTRAINT c ON p IS 'of all';
COMMENT ON CONSTRAINT c ON p11 IS 'of one';
COMMENT ON CONSTRAINT k ON p1 IS 'of \\some';
COMMENT ON CONSTRAINT k ON p11 IS 'it''s of $part$';
COMMENT ON TRIGGER t ON p11 IS 'of one';
COMMENT ON TRIGGER t ON p2 IS 'of another';
COMMENT ON CONSTRAINT c ON below IS 'far below';
COMMENT ON CONSTRAINT only_there ON between IS 'of what goes';`;

/** What is written about parts. */
const writing = `
SELECT string_agg(concat(o, ': ', d.description), E'\n' ORDER BY o)
FROM pg_description d, LATERAL pg_describe_object(d.classoid, d.objoid, 0) AS o
WHERE d.objoid >= 16384`;

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

  live.each([
    ['at once', {}],
    ['online', online],
  ])(
    'what is written about parts of checks, foreign keys and triggers is written again, %s, and on the way down',
    async (_, request) => {
      await using place = await openPlace(url, {}, written('id > 0') + writings);
      const was = String(await place.value(writing));
      expect(was.split('\n')).toHaveLength(8);
      const stays = was.replace(/\n?constraint only_there .*/, '');
      await goTo(
        place,
        written('id > -1', 'ON DELETE CASCADE', 'INSERT OR UPDATE') + writings.replace(/.*only_there.*/, ''),
        request,
      );
      expect(await place.value(writing)).toBe(stays);
      await undo(place);
      expect(await place.value(writing)).toBe(was);
    },
  );

  live('what is written about parts of a partition that gets another name goes along', async () => {
    await using place = await openPlace(url, {}, written('id > 0') + writings);
    const was = String(await place.value(writing));
    await goTo(place, `${written('id > -1', '', 'UPDATE', 'p12')}\nCOMMENT ON CONSTRAINT c ON p IS 'of all';`, {
      renames: [renameHint('p11=p12')],
    });
    expect(await place.value(writing)).toBe(was.replaceAll('p11', 'p12').replace(/\n?constraint only_there .*/, ''));
    await undo(place);
    expect(await place.value(writing)).toBe(was);
  });

  live('what is written about parts is written again where a column under all of them gets another type', async () => {
    const tables = (type: string) => `
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE p (id int, a ${type}, CONSTRAINT c CHECK (a > 0), CONSTRAINT k FOREIGN KEY (a) REFERENCES u) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY LIST (id);
CREATE TABLE p11 PARTITION OF p1 FOR VALUES IN (1);
CREATE TABLE above (a ${type});
CREATE TABLE between (CONSTRAINT c CHECK (a > 0)) INHERITS (above);
CREATE TABLE below () INHERITS (between);`;
    const texts = [
      'CONSTRAINT c ON p1',
      'CONSTRAINT c ON p11',
      'CONSTRAINT k ON p1',
      'CONSTRAINT k ON p11',
      'CONSTRAINT c ON between',
      'CONSTRAINT c ON below',
    ].map((each) => `COMMENT ON ${each} IS '${each}';`);
    await using place = await openPlace(url, {}, tables('int') + texts.join('\n'));
    const was = String(await place.value(writing));
    expect(was.split('\n')).toHaveLength(6);
    await goTo(place, `${tables('bigint')}COMMENT ON CONSTRAINT c ON between IS 'CONSTRAINT c ON between';`);
    expect(await place.value(writing)).toBe(was);
    await undo(place);
    expect(await place.value(writing)).toBe(was);
  });
});
