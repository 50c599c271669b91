import { isSyncError, type Reading, type Session, type Token } from '@sync/core';
import { isSymbol, isWord } from '../text/cursor.js';
import { foldName } from '../text/names.js';
import { relationsIn } from '../text/relations.js';
import { readCreateTrigger } from './create-trigger.js';
import { readCreateView } from './create-view.js';
import { findCircles } from './find-circles.js';
import { probeOf, type Rewrite } from './probe-trigger.js';
import { remembering } from './remember.js';
import type { SchemaRow } from './schema-row.js';

/** Views and triggers that do not hold, by their folded names. */
export interface Broken {
  readonly views: ReadonlySet<string>;
  readonly triggers: ReadonlySet<string>;
  /** Of the views, those that cannot be put in an order. */
  readonly circles: ReadonlySet<string>;
}

/** What a view or trigger looks up, as a condition; calls of these functions are left out. */
type Probe = (unknown?: ReadonlySet<string>) => string;

/** How many are asked for with one statement; only where it fails each is asked for alone. */
const atOnce = 100;

/** The answers for whole schemas. Most that are read are as one was that was read before: in scratch, after a run, or of another tenant. */
const answers = remembering((): { broken?: Broken } => ({}));

/** Finds the views and triggers over which SQLite stumbles when it reads its schema again. Statements are prepared for that, and none is run. */
export async function findBroken(rows: readonly SchemaRow[], reading: Reading): Promise<Broken> {
  const answer = answers([...reading.server.version, ...rows.map(({ sql }) => sql ?? '')].join('\n'));
  answer.broken ??= await lookFor(rows, reading);
  return answer.broken;
}

async function lookFor(rows: readonly SchemaRow[], reading: Reading): Promise<Broken> {
  const of = (type: SchemaRow['type']) => rows.filter((row) => row.type === type);
  const views = await stumblingBlocks(await suspectsAmong(of('view'), reading), viewProbe, reading.session);
  const triggers = await stumblingBlocks(of('trigger'), triggerProbe, reading.session);
  return { views, triggers, circles: findCircles(needsAmong(views, of('view'))) };
}

function needsAmong(views: ReadonlySet<string>, rows: readonly SchemaRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const broken = rows.filter(({ name }) => views.has(foldName(name)));
  return new Map(broken.map(({ name, sql }) => [foldName(name), relationsIn(readView(sql ?? '').read?.select ?? [])]));
}

/** A view that cannot be read has no columns: https://sqlite.org/pragma.html#pragma_table_list. */
async function suspectsAmong(views: readonly SchemaRow[], { session, server }: Reading): Promise<readonly SchemaRow[]> {
  if (views.length === 0 || !server.features.has('table-list')) return views;
  const rows = await session.query<{ readonly name: string }>({
    text: `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'view' AND ncol = 0`,
  });
  const names = new Set(rows.map(({ name }) => name));
  return views.filter(({ name }) => names.has(name));
}

async function stumblingBlocks(
  rows: readonly SchemaRow[],
  probeIn: (row: SchemaRow) => Probe | undefined,
  session: Session,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let i = 0; i < rows.length; i += atOnce) {
    const probes = rows.slice(i, i + atOnce).flatMap((row) => {
      const probe = probeIn(row);
      return probe ? [{ row, probe }] : [];
    });
    if (probes.length === 0) continue;
    if ((await refusal(session, probes.map(({ probe }) => probe()).join(', '))) === undefined) continue;
    for (const { row, probe } of probes) if (await doesNotHold(session, probe)) found.add(foldName(row.name));
  }
  return found;
}

/** What SQLite takes amiss when it reads its schema again. It asks for no functions then: these are there once an application brings them. */
const amiss =
  /^(?:no such (?:table|column|index|module): |ambiguous column name: |cannot join using |SELECTs to the left and right |view .* is circularly defined|no tables specified)/;

async function doesNotHold(session: Session, probe: Probe): Promise<boolean> {
  const unknown = new Set<string>();
  for (;;) {
    const said = await refusal(session, probe(unknown));
    if (said === undefined) return false;
    const [, name] = /^no such function: (.+)$/.exec(said) ?? [];
    if (name === undefined) return amiss.test(said);
    const known = unknown.size;
    if (unknown.add(foldName(name)).size === known) return false;
  }
}

async function refusal(session: Session, terms: string): Promise<string | undefined> {
  try {
    await session.query({ text: `EXPLAIN SELECT ${terms}` });
    return undefined;
  } catch (error) {
    if (isSyncError(error) && error.code === 'STATEMENT_FAILED') return error.message;
    throw error;
  }
}

const readView = remembering((text) => ({ read: readOrNot(() => readCreateView(text)) }));
const readTrigger = remembering((text) => ({ read: readOrNot(() => readCreateTrigger(text)) }));

function viewProbe({ sql }: SchemaRow): Probe | undefined {
  const text = sql ?? '';
  const { read } = readView(text);
  return read && ((unknown) => `EXISTS (${rewriting(text, unknown)(read.select)})`);
}

function triggerProbe({ sql, on }: SchemaRow): Probe | undefined {
  const text = sql ?? '';
  const { read } = readTrigger(text);
  return read && ((unknown) => probeOf(read, on, rewriting(text, unknown)));
}

/** What cannot be read is reported where it is inspected. */
function readOrNot<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isSyncError(error) && error.code === 'UNSUPPORTED') return undefined;
    throw error;
  }
}

/** A function that is always there, and takes as many values as it is given. */
const anyFunction = 'printf';

/** Tokens as they were written, without comments, and with another function in the place of those that are not there. */
function rewriting(text: string, unknown: ReadonlySet<string> = new Set()): Rewrite {
  return (tokens) => {
    let out = '';
    for (const [i, token] of tokens.entries()) {
      const before = tokens[i - 1];
      if (before && before.start + before.text.length < token.start) out += ' ';
      const isCall = token.type === 'word' && isSymbol(tokens[i + 1], '(');
      if (isCall && (isWord(token, 'RAISE') || unknown.has(foldName(token.text)))) out += anyFunction;
      else out += isRaised(tokens, i) ? 'NULL' : text.slice(token.start, token.start + token.text.length);
    }
    return out;
  };
}

/** What RAISE is to do stands in the place of a value, and only in triggers: https://sqlite.org/lang_createtrigger.html#raise. */
function isRaised(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.type === 'word' && isSymbol(tokens[i - 1], '(') && isWord(tokens[i - 2], 'RAISE');
}
