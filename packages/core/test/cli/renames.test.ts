import { describe, expect, test } from 'vitest';
import { readRenames } from '../../src/cli/renames.js';

describe('--rename', () => {
  test.each([
    ['people=users', ['people'], ['users']],
    ['users.mail=users.email', ['users', 'mail'], ['users', 'email']],
    ['"a.b"."c=d"="a.b".e', ['a.b', 'c=d'], ['a.b', 'e']],
    ['"say ""hi"""=x', ['say "hi"'], ['x']],
  ])('%s', (text, from, to) => {
    expect(readRenames([text])).toEqual([{ at: `--rename ${text}`, from, to, once: true }]);
  });

  test.each(['people', 'a=b=c', '=users', 'users.=users.x', 'a.b=b', 'a.x=b.x'])('%s is refused', (text) => {
    expect(() => readRenames([text])).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });
});
