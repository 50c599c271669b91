import { readFile, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { globalFlags } from '../../src/cli/flags.js';
import { commandHelp } from '../../src/cli/help.js';
import { createPaint } from '../../src/cli/paint.js';
import { project, schemaSync, write } from './support.js';

const page = resolve(import.meta.dirname, '../../../../docs/cli.md');
const update = process.env.UPDATE_DOCS === '1';
const marker = '<!-- reference -->';

/** What differs from machine to machine and from run to run. */
function settled(text: string, folder: string): string {
  const user = `${userInfo().username}@${hostname()}`;
  return text
    .replaceAll(folder, '/home/me/shop')
    .replaceAll(user, 'me@laptop')
    .replace(/schema-sync \d+\.\d+\.\d+/g, 'schema-sync 0.1.0')
    .replace(/SQLite \d+\.\d+\.\d+/g, 'SQLite 3.53.2')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ/g, '2026-01-31 12:00:00Z')
    .replace(/\b\d+(?:\.\d)? (?:ms|s)\b/g, '12 ms')
    .replace(/ {2,}me@laptop/g, '  me@laptop')
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{64}\b/g, `${'0123456789abcdef'.repeat(4)}`)
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{12}\b/g, '0123456789ab')
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{8}\b/g, '01234567');
}

async function played(block: string, folder: string): Promise<string> {
  const lines: string[] = [];
  for (const line of block.split('\n').filter((each) => each.startsWith('$ schema-sync '))) {
    const { stdout, stderr, code } = await schemaSync(folder, line.slice('$ schema-sync '.length).split(' '));
    const output = settled(`${stdout}${stderr}`, folder).trimEnd();
    lines.push(line, ...(output === '' ? [] : [output]), ...(code === 0 ? [] : [`# exit code ${code}`]));
  }
  return lines.map((line) => line.replace(/[ \t]+$/gm, '')).join('\n');
}

async function reference(): Promise<string> {
  const sections = commands.map(async (entry) => {
    const text = commandHelp(
      entry.name,
      await entry.load(),
      { engine: 'sqlite', url: 'sqlite:./app.db' },
      createPaint(false),
    );
    const body = text.split('\n\n').filter((part) => !part.startsWith('Flags of every command'));
    return `### ${entry.name}\n\n\`\`\`text\n${body.join('\n\n')}\n\`\`\``;
  });
  const shared = Object.entries(globalFlags).map(([name, { description }]) => `\`--${name}\` ${description}`);
  return `Every command also takes: ${shared.join('; ')}.\n\n${(await Promise.all(sections)).join('\n\n')}\n`;
}

test('docs/cli.md is what the command line says; UPDATE_DOCS=1 writes it anew', { timeout: 120_000 }, async () => {
  const text = await readFile(page, 'utf8');
  const folder = await project();
  const told = text.slice(0, text.indexOf(marker));
  let written = '';
  let at = 0;
  for (const match of told.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)) {
    const [whole, language, file, body = ''] = match;
    written += told.slice(at, match.index);
    at = match.index + whole.length;
    if (file) await write(folder, { [file]: body });
    written += language === 'console' ? `\`\`\`console\n${await played(body, folder)}\n\`\`\`` : whole;
  }
  written += `${told.slice(at)}${marker}\n\n${await reference()}`;
  if (update) await writeFile(page, written);
  else expect(text).toBe(written);
});
