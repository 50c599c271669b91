import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectFailure, schemaSync } from './support/command.js';
import { openShop, stockOf } from './support/shop.js';
import { Site } from './support/site.js';

const writing = ['--yes', '--allow', 'all'] as const;

/** What the command line writes for a shop; each shop is like any other. */
let written: Promise<{ readonly plan: string; readonly state: string }> | undefined;

async function writeDown(): Promise<{ readonly plan: string; readonly state: string }> {
  using site = new Site();
  openShop(site, 10);
  const plan = await schemaSync(['plan', '--url', site.url, '--to', './schema.sql', '-o', 'plan.json'], {
    cwd: site.folder,
  });
  expect(plan, plan.stderr).toMatchObject({ code: 0 });
  const state = await schemaSync(['inspect', site.url, '--format', 'json'], { cwd: site.folder });
  expect(state, state.stderr).toMatchObject({ code: 0 });
  return { plan: readFileSync(join(site.folder, 'plan.json'), 'utf8'), state: state.stdout };
}

/** A site with a plan in `plan.json` and a snapshot in `state.json`. */
async function planned(): Promise<Site> {
  written ??= writeDown();
  const { plan, state } = await written;
  const site = new Site();
  openShop(site, 10);
  site.write('plan.json', plan);
  site.write('state.json', state);
  return site;
}

/** Ways in which a file that was whole stops being so. */
const damages: Readonly<Record<string, (content: string) => string | Uint8Array>> = {
  empty: () => '',
  'cut short': (content) => content.slice(0, content.length / 2),
  'another document': () => '{"hello": "world"}',
  'not JSON': () => 'SELECT 1;',
  binary: () => new Uint8Array([0, 255, 254, 13, 10, 0, 128]),
  null: () => 'null',
  'of a later format': (content) => content.replace(/"format": ?1/, '"format": 99'),
  edited: (content) => content.replace('customers', 'customer5'),
};

describe('a plan file that is', () => {
  it.each(Object.entries(damages))('%s is refused', async (_, damage) => {
    using site = await planned();
    const base = await site.root();
    site.write('plan.json', damage(readFileSync(join(site.folder, 'plan.json'), 'utf8')));
    await expectFailure(
      ['apply', 'plan.json', '--url', site.url, ...writing],
      { cwd: site.folder },
      { exit: 3, code: 'PLAN_CORRUPT' },
    );
    expect(await site.root()).toBe(base);
  });

  it('edited in its way down only is refused, too', async () => {
    using site = await planned();
    const plan = JSON.parse(readFileSync(join(site.folder, 'plan.json'), 'utf8')) as {
      down: { steps: { sql: { text: string }[] }[] }[];
    };
    const [statement] = plan.down[0]?.steps[0]?.sql ?? [];
    if (!statement) throw new Error('the way down has a statement');
    statement.text = 'DROP TABLE customers';
    site.write('plan.json', JSON.stringify(plan));
    await expectFailure(
      ['apply', 'plan.json', '--url', site.url, ...writing],
      { cwd: site.folder },
      { exit: 3, code: 'PLAN_CORRUPT' },
    );
    await expectFailure(
      ['down', 'plan.json', '--url', site.url, ...writing],
      { cwd: site.folder },
      { exit: 3, code: 'PLAN_CORRUPT' },
    );
  });

  it('missing is named', async () => {
    using site = new Site();
    openShop(site, 1);
    await expectFailure(
      ['apply', 'nowhere.json', '--url', site.url, ...writing],
      { cwd: site.folder },
      { exit: 1, code: 'NOT_FOUND', says: /nowhere\.json/ },
    );
  });

  it('for a state that is no more is refused, with what drifted', async () => {
    using site = await planned();
    site.run('CREATE TABLE surprise (x)', 'ALTER TABLE customers ADD COLUMN phone TEXT', 'DROP VIEW spent');
    const stock = stockOf(site);
    const says = /table "surprise" was added.*view "spent" is gone.*table "customers": column "phone" was added/s;
    await expectFailure(
      ['apply', 'plan.json', '--url', site.url, ...writing],
      { cwd: site.folder },
      { exit: 3, code: 'BASE_MISMATCH', says },
    );
    expect(stockOf(site)).toEqual(stock);
    expect(await site.history(), 'nothing ran').toEqual([]);
  });

  it('applied twice is done once', async () => {
    using site = await planned();
    const apply = ['apply', 'plan.json', '--url', site.url, ...writing];
    expect((await schemaSync(apply, { cwd: site.folder })).code).toBe(0);
    const again = await schemaSync(apply, { cwd: site.folder });
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('already applied by run') });
    expect(await site.history()).toHaveLength(1);
  });
});

describe('a snapshot that is', () => {
  it.each(
    Object.entries(damages).filter(
      ([name]) => !['empty', 'not JSON', 'another document', 'null', 'binary'].includes(name),
    ),
  )('%s is refused', async (_, damage) => {
    using site = await planned();
    site.write('state.json', damage(readFileSync(join(site.folder, 'state.json'), 'utf8')));
    await expectFailure(
      ['diff', '--from', 'state.json', '--to', './schema.sql'],
      { cwd: site.folder },
      { exit: 3, code: 'SNAPSHOT_CORRUPT', says: /state\.json/ },
    );
  });

  it('kept in the store and damaged there is refused', async () => {
    using site = await planned();
    const saved = await schemaSync(['snapshot', 'save', 'shop', site.url], { cwd: site.folder });
    expect(saved, saved.stderr).toMatchObject({ code: 0 });
    const list = await schemaSync(['snapshot', 'list', '--format', 'json', '--url', site.url], { cwd: site.folder });
    expect(list, list.stderr).toMatchObject({ code: 0 });
    for (const file of filesUnder(join(site.folder, '.schema-sync'))) truncateSync(file, 200);
    await expectFailure(
      ['diff', '--from', 'snapshot:shop', '--to', './schema.sql', '--engine', 'sqlite'],
      { cwd: site.folder },
      { exit: 3, code: 'SNAPSHOT_CORRUPT' },
    );
  });
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

describe('a database file that is', () => {
  const sync = (site: Site) => ['sync', '--url', site.url, '--to', './schema.sql', ...writing];

  it.each([
    [
      'a text',
      (site: Site) =>
        writeFileSync(
          site.file,
          'this is no database, but long enough to be taken for one if nobody looked at its head\n'.repeat(50),
        ),
    ],
    [
      'random, as if encrypted',
      (site: Site) =>
        writeFileSync(site.file, Buffer.from(Array.from({ length: 8192 }, (_, i) => (i * 7919 + 31) % 251))),
    ],
    ['cut short', (site: Site) => truncateSync(site.file, 6000)],
    ['a folder', (site: Site) => mkdirSync(`${site.file}.d`)],
  ])('%s is named, by readers and writers', async (name, damage) => {
    using site = new Site();
    openShop(site, 300);
    damage(site);
    const url = name === 'a folder' ? `${site.url}.d` : site.url;
    const before = name === 'a folder' ? undefined : readFileSync(site.file);
    for (const args of [
      ['inspect', url],
      ['sync', '--url', url, '--to', './schema.sql', ...writing],
      ['validate', '--url', url, '--to', './schema.sql'],
      ['audit', '--url', url],
    ]) {
      await expectFailure(args, { cwd: site.folder }, { exit: 2, code: 'CONNECTION_FAILED' });
    }
    if (before) expect(readFileSync(site.file).equals(before), 'it is left as it was').toBe(true);
  });

  it('missing is named by readers; a sync makes it where that is said', async () => {
    using site = new Site();
    openShop(site, 1);
    using other = new Site('new.db');
    other.write('schema.sql', readFileSync(join(site.folder, 'schema.sql')));
    for (const args of [
      ['inspect', other.url],
      ['history', '--url', other.url],
      ['audit', '--url', other.url],
    ]) {
      await expectFailure(args, { cwd: other.folder }, { exit: 2, code: 'CONNECTION_FAILED', says: /new\.db/ });
    }
    const compared = await schemaSync(['validate', '--url', other.url, '--to', './schema.sql'], { cwd: other.folder });
    expect(compared).toMatchObject({ code: 3, stderr: expect.stringContaining('new.db does not exist') });
    await expectFailure(sync(other), { cwd: other.folder }, { exit: 1, code: 'CONFIRMATION_NEEDED', says: /--create/ });
    expect(existsSync(other.file)).toBe(false);
    const made = await schemaSync([...sync(other), '--create'], { cwd: other.folder });
    expect(made, made.stderr).toMatchObject({ code: 0 });
    expect(other.damage()).toEqual([]);
  });

  it('not to be written is read, and a write is refused by name', async ({ skip }) => {
    using site = new Site();
    openShop(site, 5);
    const stock = stockOf(site);
    // Root may write everything, so a run as root becomes somebody else.
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    chmodSync(site.file, 0o444);
    chmodSync(site.folder, 0o555);
    const options = { cwd: site.folder, ...(uid !== undefined && { uid }) };
    const version = await schemaSync(['version'], options).catch(() => undefined);
    if (version?.code !== 0) skip('another user may not run the command here');
    try {
      expect((await schemaSync(['inspect', site.url], options)).code).toBe(0);
      expect((await schemaSync(['audit', '--url', site.url], options)).code).toBe(0);
      await expectFailure(sync(site), options, { exit: 2, code: 'PERMISSION_DENIED' });
      chmodSync(site.folder, 0o777);
      await expectFailure(sync(site), options, { exit: 2, code: 'PERMISSION_DENIED' });
      // The file may be written, and its folder not, where SQLite needs to put its journal.
      chmodSync(site.file, 0o666);
      chmodSync(site.folder, 0o555);
      await expectFailure(sync(site), options, { exit: 2, code: 'PERMISSION_DENIED' });
    } finally {
      chmodSync(site.folder, 0o755);
      chmodSync(site.file, 0o644);
    }
    expect(stockOf(site)).toEqual(stock);
    expect(site.damage()).toEqual([]);
  });

  it.each([
    'it\'s a "db" file.db',
    'ünï çödé 表 🙂.db',
    '100% #1?.db',
    'a&b;c|d$(e)`f`.db',
    '-dash.db',
    'new\nline.db',
  ])('called %j works', async (name) => {
    using site = new Site(name);
    openShop(site, 3);
    const ended = await schemaSync(sync(site), { cwd: site.folder });
    expect(ended, ended.stderr).toMatchObject({ code: 0 });
    expect((await schemaSync(['validate', '--url', site.url, '--to', './schema.sql'], { cwd: site.folder })).code).toBe(
      0,
    );
  });

  it('called by a name that ends with a space is that file or none', async () => {
    using site = new Site('app.db ');
    site.write('schema.sql', 'CREATE TABLE t (a);');
    const ended = await schemaSync(sync(site), { cwd: site.folder });
    expect(existsSync(join(site.folder, 'app.db')), 'not another file').toBe(false);
    expect(ended.code === 0).toBe(existsSync(site.file));
  });
});
