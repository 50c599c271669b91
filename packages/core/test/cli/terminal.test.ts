import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createTerminal, type Terminal } from '../../src/cli/terminal.js';
import { createRedactor } from '../../src/config/redact.js';

/** What a terminal with colours shows of what a command says. */
function shown(
  say: (terminal: Terminal) => void,
  secrets: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): string {
  let text = '';
  const output = { isTTY: true, columns: 80, write: (each: string) => (text += each) };
  const redactor = createRedactor();
  secrets.forEach(redactor.add);
  const world = {
    directory: '/',
    environment,
    platform: 'linux' as const,
    input: new PassThrough(),
    output,
    errors: output,
    now: () => new Date(0),
  };
  say(createTerminal(world, redactor, { color: true, quiet: false }));
  return text;
}

const hostile = 'a\u001b[2Jb\u001b[31mc\u001b[31;1234567890md\u202ee\r';
const harmless = 'a\\u001b[2Jb\\u001b[31mc\\u001b[31;1234567890md\\u202ee\\u000d';

describe('a terminal', () => {
  test.each([
    ['print', `${harmless} \u001b[31m${harmless}\u001b[39m\n`],
    ['note', `${harmless} \u001b[31m${harmless}\u001b[39m\n`],
    ['warn', `${harmless} \u001b[31m${harmless}\u001b[39m\n`],
    ['ask', `${harmless} \u001b[31m${harmless}\u001b[39m`],
    ['redraw', `\r\u001b[2K${harmless} \u001b[31m${harmless}\u001b[39m`],
  ] as const)('that is told to %s acts on our own colours and on nothing else', (verb, text) => {
    expect(shown((terminal) => terminal[verb](`${hostile} ${terminal.paint.red(hostile)}`))).toBe(text);
  });

  test('keeps colours within colours', () => {
    expect(shown(({ print, paint }) => print(paint.bold(`a ${paint.green('b')} c`)))).toBe(
      '\u001b[1ma \u001b[32mb\u001b[39m c\u001b[22m\n',
    );
  });

  test('shows no secret, and masks none of its own colours away', () => {
    expect(
      shown(({ print, paint }) => print(`${paint.dim('a:f?key=xyz')} ${paint.dim('hunter22')}`), ['hunter22']),
    ).toBe('\u001b[2ma:f?key=***\u001b[22m \u001b[2m***\u001b[22m\n');
  });

  test.each([
    [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, 'ok a -> b \\u{e9}\\u{1f600}\n'],
    [{ LANG: 'de_DE.ISO-8859-1' }, 'ok a -> b \\u{e9}\\u{1f600}\n'],
    [{ LANG: 'de_DE.utf8' }, '✓ a → b é😀\n'],
    [{}, '✓ a → b é😀\n'],
  ])('writes what the locale %j can show', (environment, text) => {
    expect(shown(({ print }) => print('✓ a → b é😀'), [], environment)).toBe(text);
  });

  test('masks a secret in JSON whatever it is made of', () => {
    const secret = 'a "b" \\ é\u001b[2J!';
    const text = shown(({ json }) => json({ [secret]: [secret], other: hostile }), [secret]);
    expect(text).not.toContain('\u001b');
    expect(JSON.parse(text)).toEqual({ '***': ['***'], other: hostile });
  });
});
