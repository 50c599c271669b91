import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
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

  it('has all of what is generated, or nothing of it', async ({ skip }) => {
    using site = new Site();
    openShop(site, 10);
    const mount = mountSmall(site, 3, skip);
    try {
      const out = join(mount, 'gen');
      const tables = Array.from({ length: 12 }, (_, i) => `CREATE TABLE t${i} (id INTEGER PRIMARY KEY, a TEXT);`);
      writeFileSync(join(site.folder, 'many.sql'), tables.join('\n'));
      const generate = (...more: readonly string[]) =>
        schemaSync(['generate', './many.sql', '-o', 'small/gen', '--url', site.url, ...more], { cwd: site.folder });
      expect(await generate()).toMatchObject({ code: 0 });
      const texts = () =>
        readdirSync(out, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(
            ({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')] as const,
          )
          .sort();
      const before = texts();
      expect(before.length).toBeGreaterThan(tables.length);
      for (const [file] of before) expect(statSync(file).mode & 0o777).toBe(0o666 & ~process.umask());
      writeFileSync(join(site.folder, 'many.sql'), tables.slice(1).join('\n').replaceAll('TEXT', 'BLOB'));
      // Room for some of the files.
      const filler = openSync(join(mount, 'filler'), 'w');
      try {
        while (freePages(mount) > 5) writeSync(filler, Buffer.alloc(4096));
      } finally {
        closeSync(filler);
      }
      const ended = await generate('--force');
      expect(ended, ended.stderr).toMatchObject({ code: 2 });
      expect(ended.stderr).toContain('error[IO]');
      expect(texts()).toEqual(before);
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

function freePages(mount: string): number {
  const { bavail, bsize } = statfsSync(mount);
  return (bavail * bsize) / 4096;
}

/** A file system of so many times the size of the database. */
function mountSmall(site: Site, times: number, skip: TestContext['skip']): string {
  const mount = join(site.folder, 'small');
  mkdirSync(mount);
  const size = site.open((database) => (database.pragma('page_count', { simple: true }) as number) * 4096);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${Math.ceil(size * times)}`, 'tmpfs', mount]);
  if (mounted.status !== 0) skip('a small file system can only be mounted by root');
  return mount;
}
