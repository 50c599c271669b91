import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { expectClean, expectFailure, schemaSync } from './support/command.js';
import { faultySync, openShop, stockOf } from './support/shop.js';
import { Site } from './support/site.js';

describe('a disk that is full', () => {
  it('stops the run, keeps the data, and lets the next run converge', async () => {
    using site = new Site();
    const stock = openShop(site, 500);
    const base = await site.root();
    const pages = site.open((database) => database.pragma('page_count', { simple: true }) as number);
    const env = { MAX_PAGES: String(pages + 12) };
    await expectFailure(
      faultySync(site),
      { cwd: site.folder, env },
      { exit: 2, code: 'IO', says: /full.*nothing was changed/s },
    );
    expect(await site.root()).toBe(base);
    expect(stockOf(site)).toEqual(stock);
    expect(site.damage()).toEqual([]);
    const again = await schemaSync(faultySync(site), { cwd: site.folder });
    expect(again, again.stderr).toMatchObject({ code: 0 });
    expect(stockOf(site)).toEqual(stock);
  });

  it('is left as it was found by what cannot even begin', async ({ skip }) => {
    using site = new Site();
    openShop(site, 10);
    const mount = mountSmall(site, 1, skip);
    try {
      copyFileSync(site.file, join(mount, 'app.db'));
      site.move('small/app.db');
      writeFileSync(join(site.folder, 'schema-sync.config.json'), '{"snapshots":{"store":"file:./small/kept"}}');
      spawnSync('dd', ['if=/dev/zero', `of=${join(mount, 'filler')}`]);
      const argv = ['sync', '--url', site.url, '--to', './schema.sql', '--yes', '--allow', 'all', '--no-prove'];
      const keep = ['snapshot', 'save', 'key', '--url', site.url];
      for (const each of [argv, ['generate', site.url, '-o', 'small/gen'], keep]) {
        const ended = await schemaSync(each, { cwd: site.folder });
        expect(ended, ended.stderr).toMatchObject({ code: 2 });
        expect(ended.stderr).toContain('error[IO]');
        expect(readdirSync(mount).sort()).toEqual(['app.db', 'filler']);
      }
    } finally {
      spawnSync('umount', [mount]);
    }
  });

  it('is survived when it is a real one', async ({ skip }) => {
    using site = new Site();
    const stock = openShop(site, 2000);
    const mount = mountSmall(site, 1.3, skip);
    try {
      copyFileSync(site.file, join(mount, 'app.db'));
      site.move('small/app.db');
      const base = await site.root();
      const ended = await schemaSync(
        ['sync', '--url', site.url, '--to', './schema.sql', '--yes', '--allow', 'all', '--no-prove'],
        { cwd: site.folder },
      );
      expect(ended, ended.stderr).toMatchObject({ code: 2 });
      expect(ended.stderr).toContain('error[IO]');
      expectClean(ended.stderr);
      expect(await site.root()).toBe(base);
      expect(site.damage()).toEqual([]);
      expect(stockOf(site)).toEqual(stock);
    } finally {
      spawnSync('umount', [mount]);
    }
  });
});

/** A file system of so many times the size of the database. */
function mountSmall(site: Site, times: number, skip: TestContext['skip']): string {
  const mount = join(site.folder, 'small');
  mkdirSync(mount);
  const size = site.open((database) => (database.pragma('page_count', { simple: true }) as number) * 4096);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${Math.ceil(size * times)}`, 'tmpfs', mount]);
  if (mounted.status !== 0) skip('a small file system can only be mounted by root');
  return mount;
}
