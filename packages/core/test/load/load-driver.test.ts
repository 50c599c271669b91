import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { driverForProtocol, driverNames, onlyDriver } from '../../src/load/find-driver.js';
import { loadDriver, loadDriverPackage } from '../../src/load/load-driver.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'load-'));
});

async function files(contents: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

const manifest = (name: string, more: object = {}) =>
  JSON.stringify({
    name,
    version: '1.2.3',
    type: 'module',
    exports: { '.': { types: './x.d.ts', import: './index.js' } },
    ...more,
  });

/** A driver that has what a loader looks at. */
const source = (name: string, change = '') => `
const kind = (kind) => ({ kind, inspect() {}, compare() {}, render() {} });
const driver = {
  name: ${JSON.stringify(name)}, contract: 1, protocols: ['${name}', '${name}s'], kinds: [kind('table'), kind('index')],
  dialect: { quote() {}, fold() {}, literal() {}, lexis: {}, classify() {}, script() {}, bookkeeping: {} },
  capabilities: { ddl: 'transactional', readOnly: true },
  options() {}, label() {}, connect() {},
};
${change}
export default driver;`;

async function install(packageName: string, text: string, more: object = {}, at = 'node_modules'): Promise<void> {
  await files({
    [`${at}/${packageName}/package.json`]: manifest(packageName, more),
    [`${at}/${packageName}/index.js`]: text,
  });
}

describe('a driver by its short name', () => {
  test('comes from the project, with the package that it came from', async () => {
    await install('@sync/driver-toy', source('toy'));
    const loaded = await loadDriverPackage('toy', { from: folder });
    expect(loaded).toMatchObject({ driver: { name: 'toy' }, origin: '@sync/driver-toy', version: '1.2.3' });
  });

  test('is found above the project, where workspaces keep packages', async () => {
    await install('@sync/driver-toy', source('toy'));
    await files({ 'packages/app/package.json': '{}' });
    expect((await loadDriver('toy', { from: join(folder, 'packages', 'app') })).name).toBe('toy');
  });

  test('comes from the extra folder where the project has none', async () => {
    await install('@sync/driver-toy', source('toy'), {}, 'elsewhere/node_modules');
    expect((await loadDriver('toy', { from: join(folder, 'app'), extra: join(folder, 'elsewhere') })).name).toBe('toy');
  });

  test('is not taken from the working directory when that is no project', async () => {
    await install('@sync/driver-toy', source('toy'));
    const before = process.cwd();
    process.chdir(folder);
    try {
      await expect(loadDriver('toy', {})).rejects.toMatchObject({ code: 'DRIVER_NOT_INSTALLED' });
    } finally {
      process.chdir(before);
    }
  });

  test.each([
    [{ 'pnpm-lock.yaml': '' }, undefined, 'pnpm add @sync/driver-toy'],
    [{ 'yarn.lock': '' }, undefined, 'yarn add @sync/driver-toy'],
    [{ 'bun.lock': '' }, undefined, 'bun add @sync/driver-toy'],
    [{ 'package-lock.json': '' }, 'pnpm/9', 'npm i @sync/driver-toy'],
    [
      { 'package.json': '{ "packageManager": "yarn@4.1.0" }', 'package-lock.json': '' },
      undefined,
      'yarn add @sync/driver-toy',
    ],
    [{}, 'pnpm/9.1 npm/? node/v20', 'pnpm add @sync/driver-toy'],
    [{}, undefined, 'npm i @sync/driver-toy'],
  ])('that is missing says what to install: %j', async (present, userAgent, command) => {
    await files(present);
    await expect(
      loadDriver('toy', { from: folder, ...(userAgent !== undefined && { userAgent }) }),
    ).rejects.toMatchObject({
      code: 'DRIVER_NOT_INSTALLED',
      message: 'no driver for engine toy is installed',
      hint: `Install it: ${command}`,
    });
  });

  test('that a scheme may be a second name of says where the first names are', async () => {
    await install('@sync/driver-toy', source('toy'));
    await expect(driverForProtocol('toyql', { from: folder })).rejects.toMatchObject({
      code: 'DRIVER_NOT_INSTALLED',
      hint: 'Install it: npm i @sync/driver-toyql. The README of @sync/core lists the engines, with the schemes of their URLs.',
    });
  });

  test('whose package is another engine is refused', async () => {
    await install('@sync/driver-toy', source('other'));
    await expect(loadDriver('toy', { from: folder })).rejects.toMatchObject({
      code: 'DRIVER_INVALID',
      message: expect.stringContaining('it is the driver of other, and toy was asked for'),
    });
  });
});

describe('a driver of a stranger', () => {
  test('is refused, with how to allow it', async () => {
    await install('their-driver', source('theirs'));
    await expect(loadDriver('their-driver', { from: folder })).rejects.toMatchObject({ code: 'DRIVER_NOT_INSTALLED' });
    await expect(loadDriver('@them/driver', { from: folder })).rejects.toMatchObject({
      code: 'DRIVER_REFUSED',
      hint: expect.stringContaining('drivers: { allow: ["@them/driver"] }'),
    });
  });

  test.each(['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'])(
    'is allowed by the %s of the project',
    async (field) => {
      await install('@them/driver', source('theirs'));
      await files({ 'package.json': JSON.stringify({ [field]: { '@them/driver': '1' } }), 'config/.keep': '' });
      expect((await loadDriver('@them/driver', { from: folder })).name).toBe('theirs');
      expect((await loadDriver('@them/driver', { from: join(folder, 'config') })).name).toBe('theirs');
    },
  );

  test('goes by its bare name where it calls itself a driver, and a client library of that name is not taken for one', async () => {
    await install('theirs', source('theirs'), { keywords: ['schema-sync-driver'] });
    await install('client', source('client'));
    await files({ 'package.json': JSON.stringify({ dependencies: { theirs: '1', client: '1' } }) });
    expect((await loadDriver('theirs', { from: folder })).name).toBe('theirs');
    await expect(loadDriver('client', { from: folder })).rejects.toMatchObject({
      code: 'DRIVER_NOT_INSTALLED',
      details: { package: '@sync/driver-client' },
    });
    expect((await loadDriver('client', { from: folder, allow: ['client'] })).name).toBe('client');
  });

  test('is allowed by the config, by package or by engine', async () => {
    await install('@them/driver', source('theirs'));
    expect((await loadDriver('@them/driver', { from: folder, allow: ['@them/driver'] })).name).toBe('theirs');
    expect((await loadDriver('theirs', { from: folder, use: { theirs: '@them/driver' } })).name).toBe('theirs');
  });

  test('is loaded from a path only where the config names it', async () => {
    await files({
      'drivers/mine.mjs': source('mine'),
      'drivers/whole/package.json': manifest('whole'),
      'drivers/whole/index.js': source('whole'),
    });
    expect((await loadDriver('mine', { from: folder, use: { mine: './drivers/mine.mjs' } })).name).toBe('mine');
    expect((await loadDriver('whole', { from: folder, use: { whole: './drivers/whole' } })).name).toBe('whole');
    await expect(loadDriver('./drivers/mine.mjs', { from: folder })).rejects.toMatchObject({
      code: 'DRIVER_REFUSED',
      hint: expect.stringContaining('drivers: { use:'),
    });
    await expect(loadDriver(join(folder, 'drivers/mine.mjs'), { from: folder })).rejects.toMatchObject({
      code: 'DRIVER_REFUSED',
    });
    await expect(loadDriver('gone', { from: folder, use: { gone: './drivers/gone.mjs' } })).rejects.toMatchObject({
      code: 'DRIVER_NOT_INSTALLED',
    });
  });

  test('does not stand in for another engine', async () => {
    await install('@them/driver', source('theirs'));
    await expect(loadDriver('toy', { from: folder, use: { toy: '@them/driver' } })).rejects.toMatchObject({
      code: 'DRIVER_INVALID',
    });
  });
});

test('a driver without opt-in parts says so by an empty list', async () => {
  await install('@sync/driver-toy', source('toy', 'driver.parts = [];'));
  expect(await loadDriver('toy', { from: folder })).toMatchObject({ parts: [] });
});

describe('a package that is no driver', () => {
  test.each([
    ['delete driver.contract;', 'it names no version of the contract'],
    ['driver.contract = 2;', 'it was written for version 2 of the contract, and this schema-sync has version 1'],
    ['driver.name = "Toy";', 'name must be a lower-case name'],
    ['driver.protocols = [];', 'protocols must be a list with at least one member'],
    ['driver.parts = "grants";', 'parts must be a list'],
    ['driver.protocols = ["toy:"];', 'protocols[0] must be a URL scheme'],
    ['driver.kinds = [{ kind: "table" }];', 'kinds[0].inspect is missing'],
    ['driver.kinds.push(driver.kinds[0]);', 'kinds[2] is a second kind of the name table'],
    ['driver.kinds.push(null);', 'kinds[2] must be an object'],
    ['delete driver.dialect;', 'dialect is missing'],
    ['delete driver.dialect.quote;', 'dialect.quote is missing'],
    ['driver.capabilities = { ddl: "yes", readOnly: true };', 'capabilities.ddl must be transactional or autocommit'],
    ['driver.scratch = true;', 'scratch must be a function'],
  ])('%s', async (change, problem) => {
    await install('@sync/driver-toy', source('toy', change));
    await expect(loadDriver('toy', { from: folder })).rejects.toMatchObject({
      code: 'DRIVER_INVALID',
      message: expect.stringContaining(problem),
    });
  });

  test('is refused for having no default export', async () => {
    await install('@sync/driver-toy', 'export const driver = 1;');
    await expect(loadDriver('toy', { from: folder })).rejects.toMatchObject({
      code: 'DRIVER_INVALID',
      message: expect.stringContaining('no default export'),
    });
  });

  test('or cannot be imported is not taken for missing', async () => {
    await install('@sync/driver-toy', 'throw new Error("the native build is missing\\nsecond line");');
    await expect(loadDriver('toy', { from: folder })).rejects.toMatchObject({
      code: 'DRIVER_INVALID',
      message: 'the driver @sync/driver-toy is installed and cannot be loaded: the native build is missing',
      cause: expect.objectContaining({ message: expect.stringContaining('second line') }),
    });
  });
});

describe('finding drivers', () => {
  test('lists those of the scope and dependencies that call themselves drivers', async () => {
    await install('@sync/driver-toy', source('toy'));
    await install('@sync/other', '');
    await install('schema-sync-driver-theirs', source('theirs'), { keywords: ['schema-sync-driver'] });
    await install('undeclared', source('undeclared'), { keywords: ['schema-sync-driver'] });
    await install('lodash', '');
    await files({
      'package.json': JSON.stringify({ dependencies: { 'schema-sync-driver-theirs': '1', lodash: '1' } }),
    });
    const names = driverNames({ from: folder, use: { mine: './mine.mjs' } });
    expect(names).toEqual(expect.arrayContaining(['mine', '@sync/driver-toy', 'schema-sync-driver-theirs']));
    expect(names).not.toEqual(expect.arrayContaining(['undeclared']));
    expect(names).not.toEqual(expect.arrayContaining(['lodash']));
    expect(names).not.toEqual(expect.arrayContaining(['@sync/other']));
  });

  test('goes by the protocols that a driver lists', async () => {
    await install('@sync/driver-broken', 'throw new Error("no");');
    await install('@sync/driver-toy', source('toy'));
    expect((await driverForProtocol('toys', { from: folder })).name).toBe('toy');
    await expect(driverForProtocol('none', { from: folder })).rejects.toMatchObject({
      code: 'DRIVER_NOT_INSTALLED',
      message: 'no driver for engine none is installed',
    });
  });

  test('needs no name where there is only one, and asks for it where there are two', async () => {
    const one = { from: folder, use: { toy: './toy.mjs' } };
    await files({ 'toy.mjs': source('toy') });
    if (driverNames({ from: folder }).length === 0) expect((await onlyDriver(one)).name).toBe('toy');
    await expect(onlyDriver({ ...one, use: { toy: './toy.mjs', other: './other.mjs' } })).rejects.toMatchObject({
      code: 'USAGE',
      hint: expect.stringContaining('toy, other'),
    });
  });
});
