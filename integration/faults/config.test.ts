import { type SyncError, tenantContext } from '@sync/core';
import { describe, expect, it } from 'vitest';
import { expectFailure, schemaSync } from './support/command.js';
import { openShop } from './support/shop.js';
import { Site } from './support/site.js';

const password = 'hunter2-correct-horse';

describe('a config', () => {
  it.each([
    ['a field that nobody knows', { url: 'sqlite:./app.db', tos: './schema.sql' }, /tos.*did you mean.*to\b/is],
    ['a field of the wrong type', { url: 12 }, /url/],
    ['a profile with a wrong field', { profiles: { production: { lockWait: 5 } } }, /lockWait/],
  ])('with %s is refused where it stands', async (_, config, says) => {
    using site = new Site();
    openShop(site, 1);
    site.write('schema-sync.config.json', JSON.stringify(config));
    await expectFailure(
      ['validate', '--url', site.url, '--to', './schema.sql'],
      { cwd: site.folder },
      { exit: 1, code: 'CONFIG_INVALID', says },
    );
  });

  it('that is no JSON is refused', async () => {
    using site = new Site();
    site.write('schema-sync.config.json', '{ "url": ');
    await expectFailure(
      ['validate', '--url', site.url, '--to', './schema.sql'],
      { cwd: site.folder },
      { exit: 1, code: 'CONFIG_INVALID', says: /schema-sync\.config\.json/ },
    );
  });

  it('with a variable that is not set says which', async () => {
    using site = new Site();
    site.write(
      'schema-sync.config.json',
      JSON.stringify({ url: `sqlite:./\${NO_SUCH_VARIABLE_HERE}.db`, to: './schema.sql' }),
    );
    await expectFailure(
      ['validate'],
      { cwd: site.folder },
      { exit: 1, code: 'CONFIG_INVALID', says: /NO_SUCH_VARIABLE_HERE/ },
    );
  });

  it('whose secret is not to be had says where it was looked for', async () => {
    using site = new Site();
    site.write(
      'schema-sync.config.json',
      JSON.stringify({ url: 'env:NO_SUCH_SECRET_HERE', to: './schema.sql', engine: 'sqlite' }),
    );
    await expectFailure(
      ['validate'],
      { cwd: site.folder },
      { exit: 1, code: 'SECRET_UNAVAILABLE', says: /NO_SUCH_SECRET_HERE/ },
    );
  });
});

describe('a secret', () => {
  it('is not shown by an error about the setting it is in', async () => {
    using site = new Site();
    openShop(site, 1);
    site.write(
      'schema-sync.config.json',
      JSON.stringify({ url: site.url, password: 'env:SHOP_PASSWORD', to: './schema.sql' }),
    );
    await expectFailure(
      ['validate'],
      { cwd: site.folder, env: { SHOP_PASSWORD: password }, secrets: [password] },
      { exit: 1, code: 'CONFIG_INVALID' },
    );
  });

  it.each([
    ['in a URL', ['inspect', `foo://user:${password}@host/db`]],
    [
      'in a URL with encoded parts',
      ['validate', '--url', `foo://us%65r:${encodeURIComponent(`${password}/@`)}@host/db`, '--to', './schema.sql'],
    ],
    ['in a URL that a file is taken for', ['inspect', `sqlite://user:${password}@host/missing.db`]],
    ['in a flag that is wrong', ['validate', `--ur=foo://user:${password}@host/db`]],
  ])('%s is not shown by an error', async (_, args) => {
    using site = new Site();
    openShop(site, 1);
    for (const extra of [[], ['--verbose']]) {
      const ended = await schemaSync([...args, ...extra], { cwd: site.folder });
      expect([1, 2]).toContain(ended.code);
      expect(`${ended.stdout}${ended.stderr}`).not.toContain(password);
    }
  });
});

describe('a write that nobody confirmed', () => {
  it('is refused without a terminal', async () => {
    using site = new Site();
    openShop(site, 2);
    const base = await site.root();
    await expectFailure(
      ['sync', '--url', site.url, '--to', './schema.sql', '--allow', 'all'],
      { cwd: site.folder },
      { exit: 1, code: 'CONFIRMATION_NEEDED' },
    );
    expect(await site.root()).toBe(base);
  });

  it('is refused where it loses data that nobody allowed to lose', async () => {
    using site = new Site();
    openShop(site, 2);
    site.write('less.sql', 'CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);');
    const base = await site.root();
    await expectFailure(
      ['sync', '--url', site.url, '--to', './less.sql', '--yes'],
      { cwd: site.folder },
      { exit: 1, code: 'GATE_CLOSED', says: /--allow data-loss/ },
    );
    expect(await site.root()).toBe(base);
  });
});

describe('a tenant', () => {
  const target = { url: 'sqlite::memory:', directory: '/' };

  it.each(['', '../x', 'a/b', "it's", 'a b', 'a\nb', 'a;DROP TABLE x', '-', 'x'.repeat(129), '.hidden', 'a..b', '\0'])(
    'cannot be called %j',
    (id) => {
      expect(() => tenantContext({ id, target })).toThrow(
        expect.objectContaining({ code: 'TENANT_INVALID', hint: expect.any(String) as string }) as SyncError,
      );
    },
  );

  it.each(['a', 'acme', 'acme.eu', 'ünï-çödé', '表', 'a@b.c', 'x'.repeat(128)])('can be called %j', (id) => {
    expect(tenantContext({ id, target }).id).toBe(id);
  });
});
