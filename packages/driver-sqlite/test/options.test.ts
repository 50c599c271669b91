import { describe, expect, it } from 'vitest';
import driver from '../src/index.js';

const path = (url: string) => driver.options({ url, directory: '/base' }).path;

describe('options', () => {
  it.each([
    ['sqlite:./app.db', '/base/app.db'],
    ['sqlite:app.db', '/base/app.db'],
    ['sqlite:../app.db', '/app.db'],
    ['sqlite:/var/app.db', '/var/app.db'],
    ['sqlite:///var/app.db', '/var/app.db'],
    ['sqlite://app.db', '/base/app.db'],
    ['SQLITE:app.db', '/base/app.db'],
    ['sqlite::memory:', ':memory:'],
    ['sqlite:./a%20b%3F%23%25.db', '/base/a b?#%.db'],
    ['sqlite:///a%20b.db', '/a b.db'],
    ['sqlite:./größe 日本.db', '/base/größe 日本.db'],
  ])('reads %s', (url, expected) => expect(path(url)).toBe(expected));

  it.each([
    'sqlite:',
    'sqlite://',
    'postgres://x',
    'sqlite:a.db?mode=ro',
    'sqlite:a.db?lockWaitMs=soon',
    'sqlite:a.db#x',
    'sqlite:%E0%A4%A',
    'sqlite:a%00b',
  ])('refuses %s', (url) => {
    expect(() => path(url)).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', hint: expect.any(String) as string }),
    );
  });

  it.each([
    ['./nope.db', 'Did you mean sqlite:./nope.db?'],
    ['nope.db', 'Did you mean sqlite:nope.db?'],
    ['C:\\a#b.db', 'Did you mean sqlite:C:\\a%23b.db?'],
    ['nonsense://x', 'For example: sqlite:./app.db, or sqlite::memory:.'],
  ])('suggests what %s was meant to be', (url, hint) => {
    expect(() => path(url)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', hint }));
  });

  it.each([
    [{ lockWait: 5 }, 'Did you mean lockWaitMs?'],
    [{ xyz: 5 }, 'There are: lockWaitMs, create. In a file name, write ? as %3F and # as %23.'],
    [{ lockWaitMs: -1 }, 'For example: lockWaitMs: 5000.'],
    [{ lockWaitMs: '5' }, 'For example: lockWaitMs: 5000.'],
    [{ create: 'no' }, 'For example: create: false.'],
  ])('refuses the settings %j', (settings, hint) => {
    expect(() => driver.options({ url: 'sqlite:a.db', directory: '/', settings })).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', hint }),
    );
  });

  it('reads settings in the URL, which those beside it come before', () => {
    const read = (url: string, settings = {}) => driver.options({ url, directory: '/base', settings });
    expect(read('sqlite:a.db?lockWaitMs=250&create=false')).toEqual({
      path: '/base/a.db',
      lockWaitMs: 250,
      create: false,
    });
    expect(read('sqlite:a.db?lockWaitMs=250', { lockWaitMs: 7 })).toMatchObject({ lockWaitMs: 7 });
    expect(read('sqlite:a.db')).toMatchObject({ lockWaitMs: 10_000, create: true });
  });

  it('labels a target by its path', () => {
    expect(driver.label(driver.options({ url: 'sqlite:a.db', directory: '/base' }))).toBe('sqlite:/base/a.db');
  });
});
