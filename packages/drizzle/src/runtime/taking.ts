import { type Address, address, createCatalogue, openSnapshot, type RenameHint, type Statement } from '@sync/core';
import type { KeptSnapshot, NewestEntry, PluginRecord } from './book-format.js';
import { isKept } from './books.js';
import { migratorError } from './errors.js';
import { isShareable, type Neighbours } from './homes-of.js';
import { keptOf, noteOf } from './noting.js';
import type { Session } from './session.js';

/** A table that goes from one plugin to another. */
export interface Taking {
  readonly of: PluginRecord;
  readonly from: Address;
  readonly to: Address;
  /** What goes along with it. */
  readonly along: readonly Address[];
  /** Where it lies in another schema from then on. */
  readonly rename: RenameHint | undefined;
}

/** What a plugin takes over from others: of what it names, what they still have by the books. */
export async function takingsOf(
  takes: Readonly<Record<string, string>>,
  plugin: string,
  namespace: string | undefined,
  session: Session,
  { records }: Neighbours,
): Promise<readonly Taking[]> {
  const takings: Taking[] = [];
  for (const [name, other] of Object.entries(takes)) {
    const of = records.find((record) => record.plugin === other);
    const newest = of?.entries.at(-1);
    if (!of || !newest || other === plugin) continue;
    if (!newest.owns) throw notOurs(plugin, other, name);
    const parts = name.split('.');
    const within = (schema: string | undefined) =>
      parts.length > 1 || schema === undefined ? parts : [schema, ...parts];
    const [from, to] = [within(newest.namespace), within(namespace)];
    const at = address('table', ...from);
    if (!newest.owns.includes(at)) continue;
    const isMoved = from.join('\0') !== to.join('\0');
    const rename = isMoved ? { at: 'takes', from: spelt(from), to: spelt(to) } : undefined;
    const kept = await keptWhole(session, plugin, of, newest);
    takings.push({ of, from: at, to: address('table', ...to), along: alongWith(at, kept, newest.owns), rename });
  }
  return takings;
}

/** A mere name is of a table in `public`, and would be that of a column with another's before it. */
function spelt(path: readonly string[]): readonly string[] {
  return path.length > 1 ? path : ['public', ...path];
}

/** What stands by itself and is that table's alone, such as the sequence of a serial column. */
function alongWith(table: Address, { schema }: KeptSnapshot, owns: readonly Address[]): readonly Address[] {
  const needs = new Set(schema.objects.find((each) => each.address === table)?.needs);
  const others = schema.objects.filter(({ address: at, parent }) => at !== table && parent !== table);
  const elsewhere = new Set(others.flatMap((each) => each.needs ?? []));
  return owns.filter((at) => needs.has(at) && !elsewhere.has(at) && !isShareable(at));
}

/** The statements that note with the others that they no longer have what was taken. */
export async function handedOver(
  session: Session,
  plugin: string,
  takings: readonly Taking[],
): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  for (const of of new Set(takings.map((taking) => taking.of))) {
    const gone = new Set(takings.flatMap((taking) => (taking.of === of ? [taking.from, ...taking.along] : [])));
    statements.push(...(await noteWithout(session, plugin, of, gone)));
  }
  return statements;
}

async function noteWithout(session: Session, plugin: string, of: PluginRecord, gone: ReadonlySet<Address>) {
  const newest = of.entries.at(-1) as NewestEntry;
  const kept = await keptWhole(session, plugin, of, newest);
  const { catalogue } = openSnapshot(kept.schema, `the history of ${of.plugin}`);
  const left = [...catalogue].filter(
    ({ address: at, parent }) => !gone.has(at) && (parent === undefined || !gone.has(parent)),
  );
  const state = keptOf(session, createCatalogue(left));
  const { entry } = noteOf(newest.idx + 1, of.plugin, 'handed over', state, newest.hash);
  const owns = newest.owns?.filter((at) => !gone.has(at)) ?? [];
  const { namespace } = newest;
  return session.books.note(of.plugin, of.entries, [
    { entry: { ...entry, ...(namespace !== undefined && { namespace }), owns }, kept: state },
  ]);
}

/** The state that a plugin was left in. */
async function keptWhole(
  { books, connection }: Session,
  plugin: string,
  of: PluginRecord,
  { idx, hash }: NewestEntry,
): Promise<KeptSnapshot> {
  const kept = await books.snapshot(connection, of.plugin, idx);
  if (isKept(kept) && (await books.hashOf(connection, of.plugin)) === hash) return kept;
  throw migratorError(
    'UNSUPPORTED',
    `${of.plugin} was left half migrated, so that nothing can be taken over from it`,
    `Nothing was touched. Migrate ${of.plugin} as it was first.`,
    { plugin, other: of.plugin },
  );
}

function notOurs(plugin: string, other: string, name: string) {
  return migratorError(
    'UNSUPPORTED',
    `${name} cannot be taken over from ${other}: what is noted of that was noted by another tool`,
    `Nothing was touched. Migrate ${other} as it was first, which takes over what is there.`,
    { plugin, other },
  );
}
