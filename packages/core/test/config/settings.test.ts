import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/config.js';
import { createRedactor } from '../../src/config/redact.js';
import { resolveTarget, settingsOf } from '../../src/config/settings.js';

const loaded = (config: Config) => ({ config, directory: '/project', file: '/project/schema-sync.config.json' });

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
      engine: 'one',
      target: { url: 'one:base', engine: 'one', settings: { a: 1 } },
      to: { text: './schema', directory: '/project' },
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
      engine: 'two',
      target: { url: 'two:main', settings: { b: 2, c: 3 }, password: 'env:PASSWORD' },
      to: { text: './schema' },
      confirm: 'name',
      allow: ['slow'],
      exclude: ['tmp_*'],
    });
  });

  test('a profile with a URL of its own takes nothing from the database that it replaces', () => {
    expect(settingsOf(loaded(config), 'local', {}).target).toEqual({ url: 'one:${NAME}', settings: {} });
  });

  test.each([
    ['prod', '--profile: there is no profile prod'],
    ['produktion', 'did you mean production?'],
    [
      'broken',
      'profiles.broken.target: there is no target mian in /project/schema-sync.config.json; did you mean main?',
    ],
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
    const target = {
      url: 'x://u:${PART}@h',
      password: 'env:PASSWORD',
      settings: { token: 'env:TOKEN', plain: 'plain text' },
    };
    const environment = { PART: 'url password', PASSWORD: 'the password', TOKEN: 'the token' };
    expect(await resolveTarget(target, 'at', '/project', { environment, redactor, platform: 'linux' })).toEqual({
      url: 'x://u:url password@h',
      directory: '/project',
      settings: { token: 'the token', plain: 'plain text', password: 'the password' },
    });
    expect(redactor.redact('url password, the password, the token, plain text')).toBe('***, ***, ***, plain text');
  });

  test('a missing variable names the path in the config', async () => {
    await expect(
      resolveTarget({ url: 'x:${NONE}' }, 'profiles.p', '/', {
        environment: {},
        redactor: createRedactor(),
        platform: 'linux',
      }),
    ).rejects.toThrow('profiles.p.url: the environment variable NONE is not set');
  });
});
