import { describe, expect, test } from 'vitest';
import { interpolate, interpolateAll } from '../../src/config/interpolate.js';

const environment = { HOST: 'db.example', EMPTY: '' };

describe('interpolation', () => {
  test.each([
    ['x://${HOST}/a', 'x://db.example/a'],
    ['${NONE:-local}', 'local'],
    ['${EMPTY:-local}', 'local'],
    ['${NONE:-}', ''],
    ['${EMPTY}', ''],
    ['$${HOST}', '${HOST}'],
    ['$HOST costs $5', '$HOST costs $5'],
    ['${HOST:-a:-b}', 'db.example'],
    ['${NONE:-a:-b}', 'a:-b'],
  ])('%s', (text, result) => {
    expect(interpolate(text, 'at', environment)).toBe(result);
  });

  test('what a variable holds is not interpolated again', () => {
    expect(interpolate('${A}', 'at', { A: '${B}', B: 'no' })).toBe('${B}');
  });

  test('a missing variable is named together with the place', () => {
    expect(() =>
      interpolateAll({ profiles: { production: { url: ['x', '${NONE}'] } } }, 'config', environment),
    ).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: 'config.profiles.production.url[1]: the environment variable NONE is not set',
      }),
    );
  });

  test.each(['${}', '${1X}', '${A-b}'])('%s is refused', (text) => {
    expect(() => interpolate(text, 'at', environment)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  });
});
