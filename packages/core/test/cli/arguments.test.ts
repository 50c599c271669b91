import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.js';
import { defineCommand } from '../../src/cli/command.js';
import { findCommand } from '../../src/cli/find-command.js';
import { formatFlag, writingFlags } from '../../src/cli/flags.js';

const command = defineCommand({
  summary: 'for tests',
  arguments: [
    { name: 'FIRST', description: 'the first' },
    { name: 'SHELL', description: 'one of two', optional: true, choices: ['bash', 'zsh'] },
  ],
  flags: {
    url: { type: 'value', value: 'URL', description: 'a value' },
    rename: { type: 'list', value: 'A=B', description: 'a list' },
    output: { type: 'value', short: 'o', value: 'FILE', description: 'with a short form' },
    'no-prove': { type: 'switch', description: 'a switch' },
    ...writingFlags,
    ...formatFlag('text', 'json'),
  },
  run: () => Promise.resolve(undefined),
});

const parse = (...argv: string[]) => parseArguments('try', command, argv);

describe('arguments', () => {
  test('are read by the table, flags and positionals in any order', () => {
    const { flags, arguments: positionals } = parse(
      '--url',
      'x:y',
      'one',
      '--rename',
      'a=b',
      '--rename=c=d',
      '-o',
      'f',
      '-y',
      '--allow',
      'data-loss,slow',
      '--allow=access',
    );
    expect(positionals).toEqual(['one']);
    expect(flags).toMatchObject({
      url: 'x:y',
      rename: ['a=b', 'c=d'],
      output: 'f',
      yes: true,
      'no-prove': false,
      allow: ['data-loss', 'slow', 'access'],
      format: undefined,
    });
  });

  test('may have their short forms combined, the last with its value', () => {
    expect(parse('one', '-qyo', 'f').flags).toMatchObject({ quiet: true, yes: true, output: 'f' });
    expect(parse('one', '-yoq').flags).toMatchObject({ quiet: false, yes: true, output: 'q' });
    expect(() => parse('one', '-yz')).toThrow('no flag -z');
  });

  test('after -- are positionals whatever they look like', () => {
    expect(parse('--', '--url').arguments).toEqual(['--url']);
  });

  test.each([
    [['one', '--ulr', 'x'], 'no flag --ulr; did you mean --url?'],
    [['one', '--zzzzzz'], 'no flag --zzzzzz'],
    [['one', '--url'], '--url needs a value: --url URL'],
    [['one', '--url', '--yes'], '--url needs a value'],
    [['one', '--url='], '--url needs a value'],
    [['one', '--url', 'a', '--url', 'b'], '--url was given 2 times'],
    [['one', '--yes=no'], '--yes takes no value'],
    [['one', '--format', 'jsom'], '--format cannot be "jsom"; did you mean json?'],
    [['one', '--allow', 'dataloss'], '--allow cannot be "dataloss"; did you mean data-loss?'],
    [['one', 'fsh'], 'SHELL cannot be "fsh"'],
    [['one', 'zsh', 'three'], 'does not take "three"'],
    [[], 'needs FIRST: the first'],
  ])('%j are refused', (argv, message) => {
    expect(() => parse(...argv)).toThrow(
      expect.objectContaining({ code: 'USAGE', message: expect.stringContaining(message) }),
    );
  });

  test('a value may begin with a dash where it is joined to its flag', () => {
    expect(parse('one', '--output=-x').flags.output).toBe('-x');
    expect(parse('one', '-o', '-').flags.output).toBe('-');
  });

  test('--help asks for nothing else', () => {
    expect(parse('--help').flags.help).toBe(true);
  });
});

describe('the command of a line', () => {
  test('is found behind global flags and their values', () => {
    expect(findCommand(['--profile', 'diff', '--verbose', 'plan', '-o', 'x'])).toMatchObject({
      type: 'command',
      entry: { name: 'plan' },
      argv: ['--profile', 'diff', '--verbose', '-o', 'x'],
    });
  });

  test('may have global flags between its words', () => {
    expect(findCommand(['snapshot', '--profile', 'save', '-q', 'list', 'key'])).toMatchObject({
      entry: { name: 'snapshot list' },
      argv: ['--profile', 'save', '-q', 'key'],
    });
  });

  test('may have two words', () => {
    expect(findCommand(['snapshot', 'save', 'key'])).toMatchObject({ entry: { name: 'snapshot save' }, argv: ['key'] });
  });

  test.each([
    [['dif'], 'there is no command dif; did you mean diff?'],
    [['snapshot', 'sav'], 'there is no command snapshot sav; did you mean snapshot save?'],
    [['snapshot'], 'schema-sync snapshot needs one of: save, list, show, diff'],
    [['help', 'dif'], 'there is no command dif; did you mean diff?'],
    [['--verison'], 'schema-sync has no flag --verison; did you mean --version?'],
    [['--bogus'], 'schema-sync has no flag --bogus without a command'],
    [['-x'], 'schema-sync has no flag -x without a command'],
    [['-qz'], 'schema-sync has no flag -z without a command'],
    [['--quiet', '--url', 'x:y', 'inspect'], '--url stands before the command'],
  ])('%j is refused', (argv, message) => {
    expect(() => findCommand(argv)).toThrow(expect.objectContaining({ code: 'USAGE', message }));
  });

  test.each([
    [[], { type: 'help', asked: false }],
    [['--verbose'], { type: 'help', asked: false }],
    [['--help'], { type: 'help', asked: true }],
    [['-qh'], { type: 'help', asked: true }],
    [['snapshot', '--help'], { type: 'help', about: 'snapshot', asked: true }],
    [['snapshot', '-qh'], { type: 'help', about: 'snapshot', asked: true }],
    [['--quiet', '--version'], { type: 'version' }],
    [['-qv'], { type: 'version' }],
    [['help', 'diff'], { type: 'command', argv: ['--help'] }],
  ])('%j asks for help', (argv, request) => {
    expect(findCommand(argv)).toMatchObject(request);
  });
});
