import { randomBytes } from 'node:crypto';
import { createEngine, type SyncError, tenantContext } from '@sync/core';
import driver from '@sync/driver-postgres';
import { describe, expect, test } from 'vitest';
import { failure, openPlace, servers } from '../online/support.js';
import { administer } from '../servers/fresh-database.js';

/** The statements that a hint says would help. */
const statementsOf = ({ hint = '' }: SyncError) => hint.slice(hint.indexOf('GRANT'));

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('a journal that a role may not use is not taken for none, and the hint grants what it lacks', async () => {
    await using place = await openPlace(url, {}, 'REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await place.desire('CREATE TABLE t (id integer);');
    await place.engine.sync(place.tenant, place.goal);
    const role = `we"ird ${randomBytes(6).toString('hex')}`;
    const quoted = `"${role.replaceAll('"', '""')}"`;
    await administer(url, `CREATE ROLE ${quoted} LOGIN CREATEDB`);
    try {
      const own = Object.assign(new URL(place.url), { username: encodeURIComponent(role) }).href;
      const tenant = tenantContext({ id: 'online', target: { url: own, directory: place.folder } });
      const engine = createEngine({ driver });
      for (const work of [() => engine.history(tenant), () => engine.audit(tenant)]) {
        const refused = await failure(work());
        expect(refused).toMatchObject({ code: 'PERMISSION_DENIED', message: expect.stringContaining('may not read') });
      }
      await administer(place.url, statementsOf(await failure(engine.history(tenant))));
      expect(await engine.history(tenant)).toHaveLength(1);
      await administer(place.url, `GRANT CREATE ON SCHEMA public TO ${quoted}`);
      await place.desire('CREATE TABLE t (id integer); CREATE TABLE own (id integer);');
      const unwritten = await failure(engine.sync(tenant, place.goal));
      expect(unwritten).toMatchObject({ code: 'PERMISSION_DENIED', message: expect.stringContaining('may not write') });
      await administer(place.url, statementsOf(unwritten));
      await engine.sync(tenant, place.goal);
      const [last, first] = await engine.history(tenant);
      expect([last?.role, first?.role], 'as whom the server took each of the two').toEqual([role, 'postgres']);
    } finally {
      await administer(place.url, `DROP OWNED BY ${quoted}`);
      await administer(url, `DROP ROLE ${quoted}`);
    }
  });

  live('a journal of an older version that another role owns is told of before anything runs', async () => {
    await using place = await openPlace(url, {});
    const { other } = place;
    await place.desire('CREATE TABLE t (id integer);');
    await place.engine.sync(place.tenant, place.goal);
    await other.query(
      "ALTER TABLE _schema_sync_runs DROP role_name, DROP state, DROP ci; UPDATE _schema_sync_books SET version = 1 WHERE book = '_schema_sync_runs'",
    );
    const role = `second_${randomBytes(6).toString('hex')}`;
    await administer(url, `CREATE ROLE ${role} LOGIN CREATEDB`);
    try {
      await other.query(
        `GRANT ALL ON SCHEMA public TO ${role}; GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}; REVOKE INSERT ON _schema_sync_books FROM ${role}`,
      );
      const own = Object.assign(new URL(place.url), { username: role }).href;
      const tenant = tenantContext({ id: 'online', target: { url: own, directory: place.folder } });
      await place.desire('CREATE TABLE t (id integer); CREATE TABLE own (id integer);');
      const options = { prove: false } as const;
      const { refusal, plan } = await place.engine.sync(tenant, place.goal, { ...options, dryRun: true });
      expect(refusal).toMatchObject({
        code: 'PERMISSION_DENIED',
        message: expect.stringContaining('may not give columns'),
      });
      expect(refusal?.hint).toContain('Whatever postgres runs with this version');
      const refused = await failure(place.engine.apply(tenant, plan ?? expect.fail('no plan'), options));
      expect(refused.message).toBe(refusal?.message);
      expect(await place.value("SELECT to_regclass('own')")).toBeNull();
      await administer(place.url, statementsOf(refused));
      await place.engine.sync(tenant, place.goal, options);
      expect((await place.engine.history(tenant)).map((run) => run.role)).toEqual([role, undefined]);
    } finally {
      await administer(place.url, `REASSIGN OWNED BY ${role} TO postgres; DROP OWNED BY ${role}`);
      await administer(url, `DROP ROLE ${role}`);
    }
  });
});
