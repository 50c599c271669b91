import { randomBytes } from 'node:crypto';
import { tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { failure, openPlace, servers } from '../online/support.js';
import { administer } from '../servers/fresh-database.js';

const given = { with: ['owners'], allow: 'all' } as const;

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('a role that may not act as an owner changes what is its own, and gives nothing away', async () => {
    const role = `owning_${randomBytes(6).toString('hex')}`;
    await administer(url, `CREATE ROLE ${role} LOGIN CREATEDB`);
    try {
      const state = (column: string) => [
        `GRANT ALL ON SCHEMA public TO ${role}`,
        'CREATE TABLE others (id int)',
        'ALTER TABLE others OWNER TO pg_monitor',
        `CREATE TABLE own (id int${column})`,
        `ALTER TABLE own OWNER TO ${role}`,
      ];
      await using place = await openPlace(url, {}, ...state(''));
      const at = Object.assign(new URL(place.url), { username: role }).href;
      const tenant = tenantContext({ id: 'owner', target: { url: at, directory: place.folder } });

      await using wider = await openPlace(url, {}, ...state(', a int'));
      const plan = await place.engine.plan(tenant, wider.url, given);
      expect(plan.proof, 'what the plan has nothing to do with is left out of the proof').toMatchObject({
        up: true,
        down: true,
        part: expect.anything(),
      });
      await place.engine.apply(tenant, plan, given);

      await using other = await openPlace(url, {}, ...state(', a int, b int'), 'ALTER TABLE own OWNER TO pg_monitor');
      const error = await failure(place.engine.sync(tenant, other.url, { ...given, prove: false }));
      expect(error.message).toMatch(/the role may not give table own to pg_monitor/);
      expect(error.hint).toMatch(/^GRANT pg_monitor TO /);
      expect(error.step, 'no step has begun').toBeUndefined();

      await place.desire('CREATE TABLE own (id int); ALTER TABLE own OWNER TO pg_monitor;');
      const refused = await failure(place.engine.plan(tenant, place.goal));
      expect(refused.code).toBe('PERMISSION_DENIED');
      expect(refused.hint).toMatch(/allowed to act as it.*--scratch URL/);
    } finally {
      await administer(url, `DROP ROLE ${role}`);
    }
  });
});
