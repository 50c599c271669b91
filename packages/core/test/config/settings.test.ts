import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/config.js';
import { createRedactor } from '../../src/config/redact.js';
import { settingsOf } from '../../src/config/settings.js';
import { checkTarget, resolveTarget, type Target } from '../../src/config/target.js';
import type { Driver } from '../../src/contract/driver.js';
import { SyncError } from '../../src/errors.js';

const file = '/project/schema-sync.config.json';
const loaded = (config: Config) => ({ config, directory: '/project', file });
const said = <T>(value: T, path: string) => ({ value, at: `${file}: ${path}` });

describe('settings', () => {
  const config: Config = {
    engine: 'one',
    url: 'one:base',
    to: './schema',
    settings: { a: 1 },
    targets: { main: { url: 'two:main', engine: 'two', password: 'env:PASSWORD', settings: { b: 2 } } },
    profiles: {
      production: { target: 'main', allow: ['slow'], confirm: 'name', settings: { c: 3 } },
      local: { url: 'one:${NAME}', to: './other' },
      broken: { target: 'mian' },
    },
    defaults: { exclude: ['tmp_*'], lockWaitMs: 5, allow: ['rewrite'] },
  };

  test('without a profile are the config and its defaults', () => {
    expect(settingsOf(loaded(config), undefined, {})).toEqual({
      engine: said('one', 'engine'),
      target: {
        directory: '/project',
        url: said('one:base', 'url'),
        engine: said('one', 'engine'),
        settings: { a: said(1, 'settings.a') },
      },
      to: { text: './schema', directory: '/project', at: `${file}: to` },
      confirm: 'ask',
      prove: true,
      exclude: ['tmp_*'],
      with: [],
      allow: ['rewrite'],
      lenient: false,
      lockWaitMs: 5,
    });
  });

  test('of a profile lie over the defaults, and its target replaces the database', () => {
    expect(settingsOf(loaded(config), 'production', {})).toMatchObject({
      engine: said('two', 'targets.main.engine'),
      target: {
        url: said('two:main', 'targets.main.url'),
        settings: { b: said(2, 'targets.main.settings.b'), c: said(3, 'profiles.production.settings.c') },
        password: said('env:PASSWORD', 'targets.main.password'),
      },
      to: { text: './schema' },
      confirm: 'name',
      allow: ['slow'],
      exclude: ['tmp_*'],
    });
  });

  test('a profile with a URL of its own takes nothing from the database that it replaces', () => {
    expect(settingsOf(loaded(config), 'local', {}).target).toEqual({
      directory: '/project',
      url: said('one:${NAME}', 'profiles.local.url'),
      settings: {},
    });
  });

  test('a profile that says undefined says nothing', () => {
    const unsaid = (values: object): NonNullable<Config['profiles']> => ({ p: values });
    const nothing = { prove: undefined, allow: undefined, exclude: undefined, scratch: undefined, to: undefined };
    const defaults = { prove: false, allow: ['slow'], exclude: ['a'], scratch: 'x:s' } as const;
    expect(settingsOf(loaded({ to: './schema', defaults, profiles: unsaid(nothing) }), 'p', {})).toMatchObject({
      prove: false,
      allow: ['slow'],
      exclude: ['a'],
      scratch: { text: 'x:s', at: `${file}: defaults.scratch` },
      to: { text: './schema' },
    });
  });

  test.each([
    ['prod', '--profile: there is no profile prod'],
    ['produktion', 'did you mean production?'],
    ['broken', `${file}: profiles.broken.target: there is no target mian in ${file}; did you mean main?`],
    ['toString', 'there is no profile toString'],
  ])('profile %s is refused by name', (name, message) => {
    expect(() => settingsOf(loaded(config), name, {})).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringContaining(message) }),
    );
  });
});

describe('a target', () => {
  test('is resolved with its secrets, which the redactor then knows', async () => {
    const redactor = createRedactor();
    const target: Target = {
      directory: '/project',
      url: said('x://u:${PART}@h', 'url'),
      password: said('env:PASSWORD', 'password'),
      settings: { token: said('env:TOKEN', 'settings.token'), plain: said('plain text', 'settings.plain') },
    };
    const environment = { PART: 'url password', PASSWORD: 'the password', TOKEN: 'the token' };
    expect((await resolveTarget(target, { environment, redactor, platform: 'linux' })).input).toEqual({
      url: 'x://u:url password@h',
      directory: '/project',
      settings: { token: 'the token', plain: 'plain text', password: 'the password' },
    });
    expect(redactor.redact('url password, the password, the token, plain text')).toBe('***, ***, ***, plain text');
    let asked = 0;
    const giving = { ...target, password: { value: async () => `signed token ${++asked}`, at: 'password' } };
    const { input } = await resolveTarget(giving, { environment, redactor, platform: 'linux' });
    const give = input.settings?.password as () => Promise<string>;
    expect([asked, await give(), await give()]).toEqual([0, 'signed token 1', 'signed token 2']);
    expect(redactor.redact('signed token 1 or signed token 2')).toBe('*** or ***');
  });

  test('a missing variable names the file and the path in it', async () => {
    const target = { directory: '/', url: said('x:${NONE}', 'profiles.p.url'), settings: {} };
    await expect(
      resolveTarget(target, { environment: {}, redactor: createRedactor(), platform: 'linux' }),
    ).rejects.toThrow(`${file}: profiles.p.url: the environment variable NONE is not set`);
  });

  test.each([
    ['password', `${file}: targets.t.password: no`],
    ['ca', `${file}: profiles.p.settings.ca: no`],
    ['toString', `${file}: targets.t.url: no`],
    [undefined, `${file}: targets.t.url: no`],
  ])('that the driver refuses because of %s is told with its place', (setting, message) => {
    const target: Target = {
      directory: '/',
      url: said('x:', 'targets.t.url'),
      password: said('p', 'targets.t.password'),
      settings: { ca: said('c', 'profiles.p.settings.ca') },
    };
    const options = () => {
      throw new SyncError({
        code: 'CONFIG_INVALID',
        op: 'connect',
        message: 'no',
        ...(setting && { details: { setting } }),
      });
    };
    const check = () =>
      checkTarget(
        { options } as Partial<Driver> as Driver,
        { input: { url: 'x:', directory: '/' }, target },
        createRedactor(),
      );
    expect(check).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', message }));
  });
});
