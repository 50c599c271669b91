import { type Connection, createEngine, inspect, isSyncError, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { administer, freshDatabase, servers, withDatabase } from './servers.js';

const connect = (url: string, how: Parameters<typeof driver.connect>[1], settings = {}) =>
  driver.connect(driver.options({ url, settings, directory: process.cwd() }), how);

/** The URL of a database that is not there, and is not afterwards either. */
function nowhere(url: string) {
  const name = `we"ird Näme ${Math.random().toString(36).slice(2)}`;
  return {
    url: withDatabase(url, name),
    name,
    [Symbol.asyncDispose]: () =>
      administer(url, `DROP DATABASE IF EXISTS "${name.replaceAll('"', '""')}" WITH (FORCE)`),
  };
}

async function failureOf(work: Promise<Connection>) {
  try {
    await using _ = await work;
  } catch (error) {
    if (isSyncError(error)) return error;
    throw error;
  }
  return expect.fail('it went through');
}

describe.each(servers)('$name: a database that is not there', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('is stood in for by an empty one, which only reads, and nothing is made', async () => {
    await using place = nowhere(url);
    {
      await using connection = await connect(place.url, { access: 'write', missing: 'stand-in' });
      expect(connection).toMatchObject({ missing: true, database: place.name });
      expect((await inspect(connection, driver)).catalogue.size).toBe(0);
      await expect(connection.execute({ text: 'CREATE TABLE t ()' })).rejects.toMatchObject({
        code: 'PERMISSION_DENIED',
      });
    }
    const refused = await failureOf(connect(place.url, { access: 'read' }));
    expect(refused.code).toBe('CONNECTION_FAILED');
    expect(refused.hint).toContain('--create');
  });

  live('is made empty, whatever the template that the server takes by itself holds', async () => {
    await using place = nowhere(url);
    const made = await connect(place.url, { access: 'write', missing: 'make' });
    await made.execute({ text: 'CREATE TABLE t ()' });
    await made[Symbol.asyncDispose]();
    await using found = await connect(place.url, { access: 'write', missing: 'make' });
    expect(found.missing).toBeUndefined();
    expect((await inspect(found, driver)).catalogue.size).toBe(1);
  });

  live('is made as the settings say, and planned for as it will be made', async () => {
    await using place = nowhere(url);
    await using template = await freshDatabase(url);
    await administer(template.url, 'CREATE TABLE brought (id integer)');
    const settings = { template: new URL(template.url).pathname.slice(1), encoding: 'UTF8' };
    const engine = createEngine({ driver });
    const tenant = tenantContext({ id: 'test', target: { url: place.url, settings, directory: process.cwd() } });
    await using wanted = await freshDatabase(url);
    await administer(wanted.url, 'CREATE TABLE brought (id integer)', 'CREATE TABLE mine (id integer)');
    const { plan, report } = await engine.sync(tenant, wanted.url, { allow: 'all' });
    expect(plan?.changes.map(({ address }) => address)).toEqual(['table:mine']);
    expect(report).toBeDefined();
    expect((await engine.validate(tenant, wanted.url)).inSync).toBe(true);
  });

  live(
    'is not made where that is forbidden, or by a role that may not, which is told before there is a plan',
    async () => {
      await using place = nowhere(url);
      const forbidden = await failureOf(connect(place.url, { access: 'write', missing: 'make' }, { create: false }));
      expect(forbidden.code).toBe('CONNECTION_FAILED');
      const role = `poor_${Math.random().toString(36).slice(2)}`;
      await administer(url, `CREATE ROLE ${role} LOGIN`);
      try {
        const poor = Object.assign(new URL(place.url), { username: role }).href;
        for (const missing of ['make', 'stand-in'] as const) {
          const error = await failureOf(connect(poor, { access: 'write', missing }));
          expect(error, missing).toMatchObject({ code: 'PERMISSION_DENIED' });
          expect(error.message).toContain('does not exist, and cannot be made: ');
          expect(error.hint).toContain('CREATEDB');
        }
      } finally {
        await administer(url, `DROP ROLE ${role}`);
      }
      const encoding = await failureOf(connect(place.url, { access: 'write', missing: 'make' }, { encoding: 'NONE' }));
      expect(encoding.message).toContain('cannot be made: ');
      expect(encoding.hint).toContain('encoding');
    },
  );
});

test('the settings of making are checked', () => {
  const input = { url: 'postgres://a@b/c', directory: '/' };
  expect(() => driver.options({ ...input, settings: { create: 'no' } })).toThrow('create must be true or false');
  expect(() => driver.options({ ...input, settings: { template: '' } })).toThrow('template must be a text');
  expect(() => driver.options({ ...input, settings: { locale: 1 } })).toThrow('locale must be a text');
});
