import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { commandHelp } from '../../src/cli/help.js';
import { createPaint } from '../../src/cli/paint.js';
import { project, schemaSync, write } from './support.js';

const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

describe('completion', () => {
  test.skipIf(!has('bash'))('in bash offers commands, members, flags and choices', async () => {
    const folder = await project();
    await write(folder, { 'completion.bash': (await schemaSync(folder, ['completion', 'bash'])).stdout });
    const complete = (...words: readonly string[]) => {
      const script = `source ${join(folder, 'completion.bash')}; COMP_WORDS=(schema-sync ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _schema_sync; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout.trim().split('\n');
    };
    expect(complete('')).toEqual([...new Set(commands.map(({ name }) => name.split(' ')[0]))]);
    expect(complete('sn')).toEqual(['snapshot']);
    expect(complete('--v')).toEqual(['--version', '--verbose']);
    expect(complete('snapshot', 's')).toEqual(['save', 'show']);
    expect(complete('plan', '--no')).toEqual(['--not-renamed', '--no-prove', '--no-online', '--no-color']);
    expect(complete('snapshot', 'list', '--fo')).toEqual(['--format']);
    expect(complete('diff', '--format', '')).toEqual(['text', 'json', 'sql']);
    expect(complete('completion', 'z')).toEqual(['zsh']);
    expect(complete('--quiet', '--profile', 'p', 'sn')).toEqual(['snapshot']);
    expect(complete('--profile', '=', 'p', 'plan', '--no')).toEqual([
      '--not-renamed',
      '--no-prove',
      '--no-online',
      '--no-color',
    ]);
    expect(complete('-q', 'snapshot', '--engine', 'sqlite', 's')).toEqual(['save', 'show']);
    expect(complete('--engine', 'sqlite', 'snapshot', '-q', 'list', '--fo')).toEqual(['--format']);
    expect(complete('--quiet', '--pro')).toEqual(['--profile']);
    expect(complete('diff', '--format', '=', 'j')).toEqual(['json']);
    expect(complete('--config', '')).toEqual(['']);
  });

  test.skipIf(!has('fish'))('in fish offers the same', async () => {
    const folder = await project();
    await write(folder, { 'completion.fish': (await schemaSync(folder, ['completion', 'fish'])).stdout });
    const complete = (line: string) => {
      const script = `source ${join(folder, 'completion.fish')}; complete -C '${line}'`;
      const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script], { encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout
        .trim()
        .split('\n')
        .map((offered) => offered.split('\t')[0]);
    };
    expect(complete('schema-sync sn')).toEqual(['snapshot']);
    expect(complete('schema-sync --v')).toEqual(['--verbose', '--version']);
    expect(complete('schema-sync snapshot s')).toEqual(['save', 'show']);
    expect(complete('schema-sync snapshot diff --f')).toEqual(['--format']);
    expect(complete('schema-sync diff --f')).toEqual(['--format', '--from']);
    expect(complete('schema-sync completion z')).toEqual(['zsh']);
    expect(complete('schema-sync --quiet --profile p sn')).toEqual(['snapshot']);
    expect(complete('schema-sync --profile=p plan --no-p')).toEqual(['--no-prove']);
    expect(complete('schema-sync -q snapshot --engine sqlite s')).toEqual(['save', 'show']);
    expect(complete('schema-sync --engine sqlite snapshot -q diff --f')).toEqual(['--format']);
    expect(complete('schema-sync --quiet --pro')).toEqual(['--profile']);
  });

  test.skipIf(!has('zsh'))('in zsh offers the same', async () => {
    const folder = await project();
    await write(folder, { 'completion.zsh': (await schemaSync(folder, ['completion', 'zsh'])).stdout });
    const complete = (...words: readonly string[]) => {
      const line = ['schema-sync', ...words].map((word) => `'${word}'`).join(' ');
      // What the completion system would offer is told in place of being offered.
      const script = `
        compdef() { : }; _files() { print files }
        _describe() { print -l -- "\${(@)\${(P@)2}%%:*}" }
        compadd() { shift; print -l -- "$@" }
        _arguments() { print -l -- "\${(@)\${(@M)@:#*--*}%%[=\\[]*}" }
        source ${join(folder, 'completion.zsh')}
        words=(${line}); CURRENT=\${#words}; _schema_sync`;
      const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', script], { encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout.trim().split('\n');
    };
    expect(complete('')).toContain('snapshot');
    expect(complete('--quiet', '--profile', 'p', '')).toEqual(complete(''));
    expect(complete('--pro')).toContain('--profile');
    expect(complete('snapshot', '')).toEqual(['save', 'list', 'show', 'diff']);
    expect(complete('-q', 'snapshot', '--engine', 'sqlite', '')).toEqual(complete('snapshot', ''));
    expect(complete('plan', '')).toContain('--no-prove');
    expect(complete('--profile', 'p', 'plan', '')).toEqual(complete('plan', ''));
    expect(complete('--engine', 'x', 'snapshot', '-q', 'list', '')).toEqual(complete('snapshot', 'list', ''));
    expect(complete('--config', '')).toEqual(['files']);
  });

  test.each(['zsh', 'fish'])('in %s is a script that names every command', async (shell) => {
    const folder = await project();
    const { stdout } = await schemaSync(folder, ['completion', shell]);
    for (const { name } of commands) for (const word of name.split(' ')) expect(stdout).toContain(word);
    await write(folder, { script: stdout });
    const read = () => spawnSync(shell, ['-n', join(folder, 'script')], { encoding: 'utf8' });
    if (has(shell)) expect(read()).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('help', () => {
  test.each(commands.map(({ name }) => [name]))(
    'of %s tells all of its flags, and its summary is that of the list',
    async (name) => {
      const entry = commands.find((each) => each.name === name);
      const command = await entry?.load();
      if (!entry || !command) throw new Error(name);
      const text = commandHelp(name, command, { engine: 'toy', url: 'toy:app' }, createPaint(false));
      for (const flag of Object.keys(command.flags)) expect(text).toContain(`--${flag}`);
      expect(command.summary).toBe(entry.summary);
      expect(text).not.toMatch(/\b(ENGINE|URL)$|\$ .*\b(ENGINE|URL)\b/m);
      expect(text.split('\n').filter((line) => line.length > 160)).toEqual([]);
    },
  );
});
