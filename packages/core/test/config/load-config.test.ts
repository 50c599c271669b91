import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkConfig, loadConfig } from '../../src/config/load-config.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'config-'));
});

async function project(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

describe('a config file', () => {
  test.each([
    ['json', '{ "to": "./schema" }'],
    ['yaml', 'to: ./schema'],
    ['yml', 'to: ./schema'],
    ['js', 'export default { to: "./schema" };'],
    ['mjs', 'export default { to: "./schema" };'],
    ['cjs', 'module.exports = { to: "./schema" };'],
  ])('.%s is found upward', async (extension, text) => {
    await project({
      'package.json': '{ "type": "module" }',
      [`schema-sync.config.${extension}`]: text,
      'a/b/.keep': '',
    });
    const loaded = await loadConfig(join(folder, 'a', 'b'));
    expect(loaded).toEqual({
      config: { to: './schema' },
      file: join(folder, `schema-sync.config.${extension}`),
      directory: folder,
      project: folder,
    });
  });

  const typed = 'const to: string = "./schema";\nexport default { to } satisfies { to: string };\n';

  test('in TypeScript is run, whatever the project has, and leaves nothing behind', async () => {
    await project({
      'schema-sync.config.ts': `import { to as folder } from './to.mjs';\n${typed.replace('"./schema"', 'folder')}`,
      'to.mjs': 'export const to = "./schema";',
    });
    expect((await loadConfig(folder)).config).toEqual({ to: './schema' });
    expect((await readdir(folder)).sort()).toEqual(['schema-sync.config.ts', 'to.mjs']);
  });

  test('in TypeScript that is broken is named', async () => {
    await project({ 'schema-sync.config.ts': 'export default {' });
    await expect(loadConfig(folder)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('schema-sync.config.ts'),
    });
  });

  test('that is named is read wherever it is', async () => {
    await project({ 'other/name.json': '{ "engine": "x" }', 'schema-sync.config.json': '{}' });
    expect(await loadConfig(folder, 'other/name.json')).toMatchObject({
      config: { engine: 'x' },
      directory: join(folder, 'other'),
    });
    await expect(loadConfig(folder, 'none.json')).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('none.json'),
    });
  });

  test('two of them in one folder are refused', async () => {
    await project({ 'schema-sync.config.json': '{}', 'schema-sync.config.yaml': '' });
    await expect(loadConfig(folder)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('schema-sync.config.json, schema-sync.config.yaml'),
    });
  });

  test('is not needed: then the project is where the nearest package.json is', async () => {
    await project({ 'package.json': '{}', 'a/.keep': '' });
    expect(await loadConfig(join(folder, 'a'))).toEqual({ config: {}, directory: join(folder, 'a'), project: folder });
  });

  test('that is broken is named with its place, and not quoted', async () => {
    await project({ 'schema-sync.config.json': '{\n  "password": "hunter2" "x"\n}' });
    const error = (await loadConfig(folder).catch((thrown: unknown) => thrown)) as Error;
    expect(error).toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('schema-sync.config.json:2:'),
    });
    expect(error.message).not.toContain('hunter2');
  });

  test('that throws is named', async () => {
    await project({ 'schema-sync.config.mjs': 'throw new Error("no");' });
    await expect(loadConfig(folder)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringMatching(/schema-sync\.config\.mjs cannot be read: no$/),
    });
  });
});

describe('checking a config', () => {
  test.each([
    [{ profile: {} }, 'profile is not a known field; did you mean profiles?'],
    [{ profiles: { production: { ur1: 'x' } } }, 'profiles.production.ur1 is not a known field; did you mean url?'],
    [
      { profiles: { 'a b': { lockWaitMs: -1 } } },
      'profiles."a b".lockWaitMs must be a whole number of at least 0, and is a number',
    ],
    [
      { defaults: { allow: ['data-los'] } },
      'defaults.allow[0] must be one of data-loss, access, blocks-reads, blocks-writes, correctness, rewrite, slow, locks; did you mean data-loss?',
    ],
    [{ url: 5 }, 'url must be a string, and is a number'],
    [{ drivers: { use: ['x'] } }, 'drivers.use must be a mapping, and is a list'],
    [{ settings: { a: () => 1 } }, 'settings.a must be a value that JSON can hold, and is a function'],
    [undefined, 'the config must be a mapping, and is missing'],
    [{ constructor: {} }, 'constructor is not a known field'],
    [{ defaults: { online: 'alwys' } }, 'defaults.online must be one of always, never; did you mean always?'],
    [{ defaults: { online: {} } }, 'defaults.online.fromRows is missing'],
    [
      { defaults: { online: { fromRows: -1 } } },
      'defaults.online.fromRows must be a whole number of at least 0, and is a number',
    ],
  ])('%j', (config, message) => {
    expect(() => checkConfig(config, 'file')).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: `file: ${message}` }),
    );
  });

  test('names every problem at once', () => {
    expect(() => checkConfig({ a: 1, b: 2 }, 'file')).toThrow(
      'file:\n  a is not a known field\n  b is not a known field',
    );
  });

  test('never repeats a value, which might be a secret', () => {
    expect(() => checkConfig({ defaults: 'hunter2' }, 'file')).toThrow(expect.not.stringContaining('hunter2'));
  });
});

describe('a config that is nested too deeply', () => {
  const brackets = '['.repeat(5000) + ']'.repeat(5000);

  test.each([
    [
      'json',
      `{ "targets": { "a": { "settings": { "b": ${brackets} } } } }`,
      /json:1:\d+: this is nested more than 100/,
    ],
    ['yaml', `targets:\n  a:\n    settings: ${brackets}\n`, /yaml:3:\d+: this is nested more than 100/],
    ['mjs', `let a = []; for (let i = 0; i < 20000; i++) a = [a]; export default { a };`, /nested too deeply/],
    ['mjs', `const a = {}; a.a = a; a.b = a; export default { targets: { t: { settings: a } } };`, /contains itself/],
  ])('is told as one: %s', async (extension, text, message) => {
    await project({ [`schema-sync.config.${extension}`]: text });
    const error = { code: 'CONFIG_INVALID', message: expect.stringMatching(message) };
    await expect(loadConfig(folder)).rejects.toMatchObject(error);
  });
});
