import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Driver, type ObjectKind, type SyncError } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { folder, tenantIn } from './support.js';

const statement = 'CREATE INDEX i ON nowhere (x)';

/** A driver that makes indexes where there is nothing. */
const astray: Driver = {
  ...driver,
  kinds: driver.kinds.map(
    (kind): ObjectKind =>
      kind.kind === 'index'
        ? { ...kind, render: () => [{ summary: 'create index i', sql: [{ text: statement }] }] }
        : kind,
  ),
};

describe('a plan that does not hold in scratch', () => {
  test('names the step, the statement and what the server says', async () => {
    const directory = folder();
    const schema = join(directory, 'schema.sql');
    writeFileSync(schema, 'CREATE TABLE a (x TEXT); CREATE TABLE b (x TEXT); CREATE INDEX i ON a (x);');
    const engine = createEngine({ driver: astray });
    const error = await engine.plan(tenantIn(directory), schema).then(
      () => expect.fail('it went through'),
      (thrown: SyncError) => thrown,
    );
    expect(error).toMatchObject({
      code: 'PROOF_FAILED',
      message: expect.stringContaining('the way up fails: no such table'),
      step: '2 (create index i)',
      hint: expect.stringContaining('The server would have refused the same of the target'),
      details: { statement },
    });
    expect(error.toJSON()).toMatchObject({ step: '2 (create index i)', details: { statement } });
  });
});
