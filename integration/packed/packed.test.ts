import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const work = mkdtempSync(join(tmpdir(), 'schema-sync-packed-'));
const project = join(work, 'project');
const tarballs = join(work, 'tarballs');

/** No variable of the test run leaks into the project: nothing of the workspace is to be found from there. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:npm_|SCHEMA_SYNC_|NODE_PATH|INIT_CWD|VITEST)/i.test(name)),
);

function run(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...environment, NO_COLOR: '1', ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function must(command: string, args: readonly string[], cwd: string): string {
  const ended = run(command, args, cwd);
  if (ended.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${ended.status}\n${ended.stdout}\n${ended.stderr}`);
  return ended.stdout;
}

const schemaSync = (...args: readonly string[]) => run(join(project, 'node_modules/.bin/schema-sync'), args, project);

function failure(...args: readonly string[]): {
  readonly status: number | null;
  readonly error: Readonly<Record<string, string>>;
} {
  const { status, stdout, stderr } = schemaSync(...args, '--format', 'json');
  expect(stderr).not.toMatch(/^\s+at .+:\d+/m);
  return { status, error: (JSON.parse(stdout) as { readonly error: Readonly<Record<string, string>> }).error };
}

/** The public packages of the workspace, by name. */
function publicPackages(): ReadonlyMap<string, string> {
  const folders = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name));
  return new Map(
    folders
      .filter((folder) => existsSync(join(folder, 'package.json')))
      .map(
        (folder) =>
          [
            folder,
            JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
              readonly name: string;
              readonly private?: boolean;
            },
          ] as const,
      )
      .filter(([, manifest]) => !manifest.private)
      .map(([folder, manifest]) => [manifest.name, folder]),
  );
}

/** Packs as a release does and gives each package's tarball. */
function packAll(): ReadonlyMap<string, string> {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly packageManager: string;
  };
  mkdirSync(tarballs);
  must(
    'npx',
    ['--yes', packageManager, '--recursive', '--filter', './packages/*', 'pack', '--pack-destination', tarballs],
    root,
  );
  const files = readdirSync(tarballs);
  return new Map(
    Array.from(publicPackages().keys(), (name) => {
      const prefix = name.replace('@', '').replace('/', '-');
      const file = files.find((each) => new RegExp(`^${prefix}-\\d`).test(each));
      if (!file) throw new Error(`${name} was not packed: ${files.join(', ')}`);
      return [name, join(tarballs, file)];
    }),
  );
}

/** The version of Drizzle that the workspace is tested with, and in long runs the oldest that may be installed as well. */
function drizzleVersions(): readonly string[] {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const { version } = read('integration/node_modules/drizzle-orm/package.json') as { readonly version: string };
  const { peerDependencies } = read('packages/drizzle/package.json') as {
    readonly peerDependencies: Readonly<Record<string, string>>;
  };
  const oldest = peerDependencies['drizzle-orm']?.replace('^', '') ?? '';
  return process.env.TEST_LONG === '1' ? [version, oldest] : [version];
}

/** Every package under node_modules, by its own manifest. */
function installed(folder = join(project, 'node_modules')): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'package.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+[\\/]package\.json$/.test(file))
    .map((file) => (JSON.parse(readFileSync(file, 'utf8')) as { readonly name: string }).name)
    .sort();
}

/** A driver package as a stranger might publish it, put where npm would put it. */
function plant(name: string, engine: string): void {
  const folder = join(project, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js' }),
  );
  writeFileSync(
    join(folder, 'index.js'),
    `globalThis.planted = true;\nconsole.error('PLANTED CODE RAN');\nexport default { name: ${JSON.stringify(engine)} };\n`,
  );
}

let packed: ReadonlyMap<string, string>;

/** A package as it was packed. */
const file = (name: string) => `file:${packed.get(name)}`;

beforeAll(() => {
  packed = packAll();
  mkdirSync(project);
  const manifest = {
    name: 'empty-project',
    private: true,
    type: 'module',
    dependencies: { '@sync/core': file('@sync/core'), '@sync/driver-sqlite': file('@sync/driver-sqlite') },
    // What a registry would give for a dependency of one of our packages on another.
    overrides: { '@sync/dialect-sqlite': file('@sync/dialect-sqlite') },
  };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest, undefined, 2));
  // Compiling better-sqlite3 takes more than a minute and is not what is tested here: its binary is copied from the workspace, where it is the same version.
  must('npm', ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], project);
  const built = dirname(require.resolve('better-sqlite3/package.json'));
  cpSync(
    join(realpathSync(built), 'build/Release/better_sqlite3.node'),
    join(project, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'),
  );
}, 120_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the packed packages, in an empty project', () => {
  it('bring no other engine and nothing of the workspace along', () => {
    const names = installed();
    expect(names.filter((name) => name.startsWith('@sync/'))).toEqual([
      '@sync/core',
      '@sync/dialect-sqlite',
      '@sync/driver-sqlite',
    ]);
    expect(names).toContain('better-sqlite3');
    expect(
      names.filter((name) =>
        /^(?:pg|pg-.*|postgres|mysql2?|mariadb|cassandra-driver|rqlite-js|drizzle-orm|vitest|fast-check|tsup|typescript)$/.test(
          name,
        ),
      ),
    ).toEqual([]);
    expect(
      realpathSync(join(project, 'node_modules/@sync/core')).startsWith(realpathSync(project)),
      'a copy and not a link',
    ).toBe(true);
  });

  it('hold what they need and no more', () => {
    for (const name of ['@sync/core', '@sync/dialect-sqlite', '@sync/driver-sqlite']) {
      const folder = join(project, 'node_modules', name);
      const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
      expect(manifest, 'versions that a registry knows').not.toMatch(/workspace:|catalog:/);
      const entries = readdirSync(folder);
      expect(entries, name).toEqual(expect.arrayContaining(['README.md', 'dist', 'package.json']));
      expect(
        entries.filter(
          (entry) => !['LICENSE', 'README.md', 'dist', 'node_modules', 'package.json', 'schemas'].includes(entry),
        ),
        name,
      ).toEqual([]);
    }
  });

  it('bring a driver of a cluster along without anything that has to be built', { timeout: 120_000 }, () => {
    const alone = join(work, 'rqlite');
    mkdirSync(alone);
    const dependencies = { '@sync/core': file('@sync/core'), '@sync/driver-rqlite': file('@sync/driver-rqlite') };
    const overrides = { '@sync/dialect-sqlite': file('@sync/dialect-sqlite') };
    writeFileSync(
      join(alone, 'package.json'),
      JSON.stringify({ name: 'alone', private: true, dependencies, overrides }),
    );
    must('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], alone);
    const names = installed(join(alone, 'node_modules'));
    expect(names.filter((name) => name.startsWith('@sync/'))).toEqual([
      '@sync/core',
      '@sync/dialect-sqlite',
      '@sync/driver-rqlite',
    ]);
    expect(names).toContain('@sqlite.org/sqlite-wasm');
    expect(names.filter((name) => /better-sqlite3|rqlite-js|^(?:pg|mysql2?)$/.test(name))).toEqual([]);
    const native = readdirSync(join(alone, 'node_modules'), { recursive: true, encoding: 'utf8' });
    expect(native.filter((path) => /\.node$|binding\.gyp$/.test(path))).toEqual([]);
    writeFileSync(join(alone, 'schema.sql'), 'CREATE TABLE teams (id INTEGER PRIMARY KEY);');
    const bin = join(alone, 'node_modules/.bin/schema-sync');
    const shown = must(bin, ['inspect', './schema.sql', '--engine', 'rqlite', '--format', 'sql'], alone);
    expect(shown).toContain('CREATE TABLE');
  });

  it.each(['cockroachdb', 'timescaledb'])(
    'bring a driver of a relative along with what it shares, and with no other engine: %s',
    { timeout: 120_000 },
    (engine) => {
      const alone = join(work, engine);
      mkdirSync(alone);
      const names = ['@sync/core', `@sync/driver-${engine}`];
      const dependencies = Object.fromEntries(names.map((name) => [name, file(name)]));
      const shared = ['@sync/dialect-postgres', '@sync/wire-postgres'];
      const overrides = Object.fromEntries(shared.map((name) => [name, file(name)]));
      writeFileSync(
        join(alone, 'package.json'),
        JSON.stringify({ name: 'alone', private: true, dependencies, overrides }),
      );
      must('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], alone);
      const all = installed(join(alone, 'node_modules'));
      expect(all.filter((name) => name.startsWith('@sync/'))).toEqual([...names, ...shared].sort());
      expect(all).toContain('pg');
      expect(all.filter((name) => /sqlite|mysql|mariadb|rqlite|pglite|cassandra/.test(name))).toEqual([]);
      const bin = join(alone, 'node_modules/.bin/schema-sync');
      const nobody = run(bin, ['inspect', '--url', `${engine}://app:hunter2@127.0.0.1:1/shop`], alone);
      expect(nobody.status).toBe(2);
      expect(nobody.stderr).toContain(`${engine}://app@127.0.0.1:1/shop`);
      expect(nobody.stderr + nobody.stdout).not.toContain('hunter2');
    },
  );

  it('bring the driver of Cassandra along with its client, and nothing of another engine', { timeout: 120_000 }, () => {
    const alone = join(work, 'cassandra');
    mkdirSync(alone);
    const dependencies = { '@sync/core': file('@sync/core'), '@sync/driver-cassandra': file('@sync/driver-cassandra') };
    writeFileSync(join(alone, 'package.json'), JSON.stringify({ name: 'alone', private: true, dependencies }));
    must('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], alone);
    const names = installed(join(alone, 'node_modules'));
    expect(names.filter((name) => name.startsWith('@sync/'))).toEqual(['@sync/core', '@sync/driver-cassandra']);
    expect(names).toEqual(expect.arrayContaining(['adm-zip', 'cassandra-driver', 'long']));
    expect(names.filter((name) => /sqlite|^(?:pg|pg-.*|mysql2?|rqlite-js)$/.test(name))).toEqual([]);
    const shown = run(join(alone, 'node_modules/.bin/schema-sync'), ['inspect', 'cassandra://127.0.0.1:1/app'], alone);
    expect(shown.status).toBe(2);
    expect(shown.stderr).toContain('no node can be reached');
  });

  it.each(drizzleVersions())('read tables of Drizzle %s, which the project brings', { timeout: 120_000 }, (version) => {
    const alone = join(work, `drizzle-${version}`);
    mkdirSync(alone);
    const names = ['@sync/core', '@sync/driver-rqlite', '@sync/drizzle'];
    const dependencies = {
      ...Object.fromEntries(names.map((name) => [name, file(name)])),
      'drizzle-orm': version,
    };
    const overrides = { '@sync/dialect-sqlite': file('@sync/dialect-sqlite') };
    writeFileSync(
      join(alone, 'package.json'),
      JSON.stringify({ name: 'alone', private: true, dependencies, overrides }),
    );
    must('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], alone);
    expect(installed(join(alone, 'node_modules')).filter((name) => /^drizzle-kit$|^tsx$|^esbuild/.test(name))).toEqual(
      [],
    );
    writeFileSync(
      join(alone, 'schema.ts'),
      `import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';\nexport const teams = sqliteTable('teams', { id: integer().primaryKey() });\n`,
    );
    const common = `const { integer, sqliteTable } = require('drizzle-orm/sqlite-core');\nexports.teams = sqliteTable('teams', { id: integer().primaryKey() });\n`;
    writeFileSync(join(alone, 'schema.cjs'), common);
    const bin = join(alone, 'node_modules/.bin/schema-sync');
    const source = ['inspect', 'drizzle:./schema.ts', '--engine', 'rqlite', '--format', 'sql'];
    const text = must(bin, source, alone);
    expect(text).toContain('CREATE TABLE');
    expect(must(bin, source.with(1, 'drizzle:./schema.cjs'), alone)).toBe(text);
    rmSync(join(alone, 'node_modules/@sync/drizzle'), { recursive: true });
    expect(run(bin, source, alone).stderr).toContain('npm i @sync/drizzle');
  });

  it('sync a new file from the command line', () => {
    mkdirSync(join(project, 'schema'));
    writeFileSync(
      join(project, 'schema/shop.sql'),
      'CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customers (id));\nCREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);\n',
    );
    const { version } = JSON.parse(readFileSync(join(project, 'node_modules/@sync/core/package.json'), 'utf8')) as {
      readonly version: string;
    };
    expect(schemaSync('version')).toMatchObject({ status: 0, stdout: expect.stringContaining(version) as string });
    expect(schemaSync('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(schemaSync('validate', '--url', 'sqlite:./app.db', '--to', './schema').status).toBe(3);
    const sync = schemaSync('sync', '--url', 'sqlite:./app.db', '--to', './schema', '--yes', '--create');
    expect(sync.status, sync.stderr).toBe(0);
    expect(schemaSync('validate', '--url', 'sqlite:./app.db', '--to', './schema').status).toBe(0);
    expect(schemaSync('inspect', 'sqlite:./app.db', '--format', 'sql').stdout).toContain('REFERENCES');
  });

  it('read a config in TypeScript, and need nothing of the project for it', () => {
    const config = join(project, 'schema-sync.config.ts');
    const typed = `import { type Config, defineConfig } from '@sync/core';\nconst to: string = './schema';\nexport default defineConfig({ url: 'sqlite:./typed.db', to } satisfies Config);\n`;
    writeFileSync(config, typed);
    const sync = schemaSync('sync', '--yes', '--create');
    rmSync(config);
    expect(sync.status, sync.stderr).toBe(0);
    expect(existsSync(join(project, 'typed.db'))).toBe(true);
  });

  it('work as a library, with types', { timeout: 60_000 }, () => {
    writeFileSync(join(project, 'library.ts'), librarySnippet);
    const tsconfig = {
      compilerOptions: {
        strict: true,
        target: 'ES2022',
        module: 'NodeNext',
        lib: ['ES2023', 'ESNext.Disposable'],
        types: ['node'],
        typeRoots: [join(root, 'node_modules/@types')],
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        outDir: 'out',
      },
      files: ['library.ts'],
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(tsconfig));
    must(
      process.execPath,
      [join(dirname(require.resolve('typescript/package.json')), 'bin/tsc'), '-p', 'tsconfig.json'],
      project,
    );
    expect(JSON.parse(must(process.execPath, ['out/library.js'], project))).toEqual({
      before: false,
      outcome: 'done',
      after: true,
    });
  });

  it('are required by a program of CommonJS', () => {
    writeFileSync(join(project, 'library.cjs'), commonSnippet);
    expect(JSON.parse(must(process.execPath, ['--no-warnings', 'library.cjs'], project))).toEqual({ before: false });
  });

  it.each([
    ['by the scheme of a URL', 'foo', ['inspect', 'foo://user:secret-word@host/x']],
    ['by a name', 'postgres', ['inspect', './schema', '--engine', 'postgres']],
    ['for a target', 'mysql', ['validate', '--url', 'mysql://root:secret-word@host/x', '--to', './schema']],
  ] as const)('say which package to install for an engine that is asked for %s', (_, engine, args) => {
    const { status, error } = failure(...args);
    expect(status).toBe(1);
    expect(error.code).toBe('DRIVER_NOT_INSTALLED');
    expect(error.hint).toContain(`@sync/driver-${engine}`);
    const text = schemaSync(...args);
    expect(text.stderr).toContain(`@sync/driver-${engine}`);
    expect(JSON.stringify([error, text])).not.toContain('secret-word');
  });

  it('refuse a driver that the project did not ask for, and do not run its code', () => {
    plant('@evil/driver-stray', 'stray');
    for (const name of [
      '@evil/driver-stray',
      './node_modules/@evil/driver-stray',
      join(project, 'node_modules/@evil/driver-stray'),
    ]) {
      const { status, error } = failure('inspect', './schema', '--engine', name);
      expect(status, name).toBe(1);
      expect(error.code, name).toBe('DRIVER_REFUSED');
      expect(error.hint).not.toBe('');
      expect(schemaSync('inspect', './schema', '--engine', name).stderr).not.toContain('PLANTED');
    }
    expect(schemaSync('drivers', 'list').stderr).not.toContain('PLANTED');
  });

  it('load one that the config allows, and say what is wrong with it', () => {
    writeFileSync(join(project, 'allowed.json'), JSON.stringify({ drivers: { allow: ['@evil/driver-stray'] } }));
    const { status, error } = failure(
      'inspect',
      './schema',
      '--engine',
      '@evil/driver-stray',
      '--config',
      'allowed.json',
    );
    expect(status).toBe(1);
    expect(error.code).toBe('DRIVER_INVALID');
    expect(error.message).toContain('@evil/driver-stray');
  });
});

const librarySnippet = `
import { createEngine, isSyncError, type Plan, tenantContext } from '@sync/core';
import type { Driver } from '@sync/core/contract';
import sqlite from '@sync/driver-sqlite';

const driver: Driver = sqlite as Driver;
const engine = createEngine({ driver });
const tenant = tenantContext({ id: 'acme', target: { url: 'sqlite:./library.db', directory: process.cwd() } });
const goal = await engine.compile('./schema', { near: tenant });
await using connection = await driver.connect(driver.options(tenant.target), { access: 'write' });
await connection.execute({ text: 'CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL)' });
const before = (await engine.validate(tenant, goal)).inSync;
const plan: Plan = await engine.plan(tenant, goal);
const report = await engine.apply(tenant, plan);
const after = (await engine.validate(tenant, goal)).inSync;
try {
  // @ts-expect-error an operation is always about a tenant
  await engine.inspect('acme');
  throw new Error('an operation without a tenant was accepted');
} catch (error) {
  if (isSyncError(error) && error.code === 'OUT_OF_SYNC') throw error;
}
console.log(JSON.stringify({ before, outcome: report.outcome, after }));
`;

const commonSnippet = `
const { createEngine, tenantContext } = require('@sync/core');
const { default: driver } = require('@sync/driver-sqlite');

const tenant = tenantContext({ id: 'acme', target: { url: 'sqlite:./required.db', directory: __dirname } });
createEngine({ driver })
  .validate(tenant, './schema')
  .then(({ inSync }) => console.log(JSON.stringify({ before: inSync })));
`;
