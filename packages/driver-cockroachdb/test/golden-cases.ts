import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalogue, diff, isSyncError, type Plan, plan, type RenameHint } from '@sync/core';
import { cockroachDriver as driver } from '../src/driver.js';
import { catalogueOf, server } from './catalogue.js';

const folder = join(import.meta.dirname, 'golden');
const sections = ['renames', 'before', 'after', 'up', 'down', 'refused'] as const;

/** Two states as a server prints them, and what is planned between them, both ways. */
export interface Case {
  readonly name: string;
  readonly file: string;
  readonly text: { readonly [section in (typeof sections)[number]]?: string };
}

/** All cases, each a file with sections that begin with `-- before` and the like. */
export function cases(): readonly Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      return { name: name.replace(/\.sql$/, ''), file, text: sectionsOf(readFileSync(file, 'utf8')) };
    });
}

function sectionsOf(text: string): Case['text'] {
  const found: Record<string, string> = {};
  let section = '';
  for (const line of text.split('\n')) {
    const name = sections.find((each) => line === `-- ${each}`);
    if (name !== undefined) section = name;
    if (name !== undefined) found[section] = '';
    else if (section !== '') found[section] += `${line}\n`;
  }
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value.trim()]));
}

/** Both states of a case. */
export function statesOf({ text }: Case): { readonly base: Catalogue; readonly goal: Catalogue } {
  return { base: catalogueOf(text.before ?? ''), goal: catalogueOf(text.after ?? '') };
}

/** The plan between two states. */
export function planBetween(base: Catalogue, goal: Catalogue, renames = ''): Plan {
  const hints = renames
    .split('\n')
    .filter((line) => line !== '')
    .map((line): RenameHint => {
      const [from = '', to = ''] = line.replace(/^-- /, '').split('=');
      return { at: 'case', from: from.split('.'), to: to.split('.') };
    });
  const difference = diff(base, goal, { driver, server, hints });
  return plan(difference, { driver, server, reading: { exclude: [], with: [], claimed: [] } });
}

/** Statements that make a state of nothing, all of them. */
export function creationOf(goal: Catalogue): readonly string[] {
  return statementsOf(planBetween(catalogueOf(''), goal).up);
}

/** All statements of batches, in their order. */
export function statementsOf(batches: Plan['up']): readonly string[] {
  return batches.flatMap(({ steps }) => steps.flatMap(({ sql }) => sql.map((each) => driver.dialect.print(each))));
}

/** A way as it stands in a case: each statement, below what is told of it. */
function shownWay(batches: Plan['up']): string {
  return batches
    .flatMap(({ steps }) =>
      steps.flatMap(({ hazards, sql }) => [
        ...hazards.map(({ class: of, code, message }) => `-- ${of} ${code}: ${message}`),
        ...sql.map((each) => `${driver.dialect.print(each)};`),
      ]),
    )
    .join('\n');
}

/** What is planned in a case, or why nothing is. */
export function outcomeOf(each: Case): Pick<Case['text'], 'up' | 'down' | 'refused'> {
  const { base, goal } = statesOf(each);
  try {
    const made = planBetween(base, goal, each.text.renames);
    return { up: shownWay(made.up), down: shownWay(made.down) };
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return { refused: `-- ${error.code}: ${error.message}\n-- ${error.hint}` };
  }
}

/** Writes down what is planned, for people to read. */
export function rewrite(each: Case): void {
  const { renames, before = '', after = '' } = each.text;
  const all = { renames, before, after, ...outcomeOf(each) };
  const lines = sections.flatMap((name) => (all[name] === undefined ? [] : [`-- ${name}\n${all[name]}`.trimEnd()]));
  writeFileSync(each.file, `${lines.join('\n\n')}\n`);
}
