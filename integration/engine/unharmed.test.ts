import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, hazardsOf, type SyncError } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { execute, folder, tenantIn } from './support.js';

const engine = createEngine({ driver });

/** Plans for a database of these statements to a schema. */
async function planned(before: readonly string[], goal: string, exclude: readonly string[]) {
  const directory = folder();
  const schema = join(directory, 'schema.sql');
  writeFileSync(schema, goal);
  const tenant = tenantIn(directory);
  await execute(tenant, ...before);
  return engine.plan(tenant, schema, { exclude });
}

const failure = async (work: Promise<unknown>): Promise<SyncError> =>
  work.then(
    () => expect.fail('it went through'),
    (error) => error,
  );

describe('a plan that would break what is left alone is stopped by the gate', () => {
  const child = 'CREATE TABLE tmp_c (k TEXT REFERENCES p (k))';
  const mismatch = 'breaks table tmp_c, which is left alone: foreign key mismatch - "tmp_c" referencing "p"';

  test.each([
    [
      'by the loss of the index that its foreign key needs',
      ['CREATE TABLE p (id INTEGER PRIMARY KEY, k TEXT)', 'CREATE UNIQUE INDEX pk ON p (k)', child],
      'CREATE TABLE p (id INTEGER PRIMARY KEY, k TEXT);',
      mismatch,
    ],
    [
      'by the loss of the constraint that its foreign key needs',
      ['CREATE TABLE p (id INTEGER PRIMARY KEY, k TEXT UNIQUE)', child],
      'CREATE TABLE p (id INTEGER PRIMARY KEY, k TEXT);',
      mismatch,
    ],
    [
      'by the loss of a column that its body writes',
      [
        'CREATE TABLE log (x)',
        'CREATE TABLE p (id INTEGER PRIMARY KEY, k TEXT)',
        'CREATE TRIGGER tmp_g AFTER INSERT ON p BEGIN INSERT INTO log VALUES (new.k); END',
      ],
      'CREATE TABLE log (x); CREATE TABLE p (id INTEGER PRIMARY KEY);',
      'breaks trigger tmp_g, which is left alone: no such column: new.k',
    ],
  ])('%s', async (_, before, goal, message) => {
    const { up } = await planned(before, goal, ['tmp_*']);
    const harm = hazardsOf(up).filter(({ code }) => code === 'breaks-left-alone');
    expect(harm).toMatchObject([{ message, gated: true }]);
  });

  test('but not for what is broken already', async () => {
    const before = ['CREATE TABLE p (k TEXT)', child];
    const { up, proof } = await planned(before, 'CREATE TABLE p (k TEXT, l TEXT);', ['tmp_*']);
    expect(proof).toMatchObject({ up: true, down: true });
    expect(hazardsOf(up)).toEqual([]);
  });
});

describe('what is managed is tried together with what is left alone', () => {
  test('so that a view may read what is there', async () => {
    const goal = 'CREATE TABLE a (x); CREATE VIEW v AS SELECT y FROM tmp_t;';
    expect(await planned(['CREATE TABLE a (x)', 'CREATE TABLE tmp_t (y)'], goal, ['tmp_*'])).toMatchObject({
      proof: { up: true, down: true },
    });
  });

  test('and not a column that the other table has not', async () => {
    const goal = 'CREATE TABLE a (x); CREATE VIEW v AS SELECT nope FROM tmp_t;';
    const error = await failure(planned(['CREATE TABLE a (x)', 'CREATE TABLE tmp_t (y)'], goal, ['tmp_*']));
    expect(error.message).toMatch(/view v does not hold: no such column: nope/);
  });

  test('nor an index, which has a name and no rows', async () => {
    const goal = 'CREATE TABLE a (x); CREATE VIEW v AS SELECT 1 FROM tmp_i;';
    const error = await failure(planned(['CREATE TABLE a (x)', 'CREATE INDEX tmp_i ON a (x)'], goal, ['tmp_*']));
    expect(error.message).toMatch(/view v needs tmp_i, which is excluded and is not in the database/);
  });
});
