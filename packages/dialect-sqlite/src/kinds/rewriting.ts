import {
  type Address,
  type CarryContext,
  type Catalogue,
  equalJson,
  partsOf,
  type Rename,
  type SchemaObject,
  type Unforetold,
} from '@sync/core';
import { foldName } from '../text/names.js';
import { speaksOf } from './names-in.js';
import { relationKinds } from './relations.js';
import { isTable, type TableSpec } from './table/spec.js';

/**
 * SQLite rewrites the texts of views and triggers when it renames what they name. Which of the words mean a column depends on all that the text can see, so only
 * a text without the word is known to stay as it is.
 */
export function followInText<S>(object: SchemaObject<S>, rename: Rename): SchemaObject<S> | 'rewritten' {
  const isNamed =
    rename.of === 'object'
      ? speaksOf(object, [partsOf(rename.from).parts[0] ?? ''])
      : isAbout(object, rename.object) && speaksOf(object, [rename.from]);
  return isNamed ? 'rewritten' : object;
}

/**
 * A column that gets another spelling is no rename to anybody else, and is rewritten, too. Where names come or go, a name in double quotes that meant a column is
 * read as a string, or the other way round.
 */
export function carryText<S>(object: SchemaObject<S>, { before, after }: CarryContext): SchemaObject<S> | Unforetold {
  const around = [...object.needs, ...(object.parent ? [object.parent] : [])];
  const pairs = around.map((address) => [before.get(address), after.get(address)] as const);
  if (pairs.some(([from, to]) => isTable(from) && isTable(to) && speaksOf(object, respelled(from, to)))) {
    return 'rewritten';
  }
  const isOther = pairs.some(([from, to]) =>
    isTable(from) && isTable(to)
      ? speaksOf(object, exchanged(columnsOf(from), columnsOf(to)))
      : !equalJson(from?.spec, to?.spec),
  );
  return isOther || speaksOf(object, exchanged(relationsIn(before), relationsIn(after))) ? 'reread' : object;
}

function isAbout({ parent, needs }: SchemaObject, address: Address): boolean {
  return parent === address || needs.includes(address);
}

function columnsOf(table: SchemaObject<TableSpec>): ReadonlySet<string> {
  return new Set(table.spec.columns.map(({ name }) => foldName(name)));
}

/** The folded names of columns that are spelled differently. */
function respelled(from: SchemaObject<TableSpec>, to: SchemaObject<TableSpec>): readonly string[] {
  const spelled = new Set(to.spec.columns.map(({ name }) => name));
  const folded = columnsOf(to);
  return from.spec.columns.flatMap(({ name }) =>
    folded.has(foldName(name)) && !spelled.has(name) ? [foldName(name)] : [],
  );
}

function exchanged(before: ReadonlySet<string>, after: ReadonlySet<string>): readonly string[] {
  return [...[...before].filter((name) => !after.has(name)), ...[...after].filter((name) => !before.has(name))];
}

const known = new WeakMap<Catalogue, ReadonlySet<string>>();

function relationsIn(catalogue: Catalogue): ReadonlySet<string> {
  const names =
    known.get(catalogue) ??
    new Set(
      [...catalogue].flatMap(({ kind, address }) =>
        relationKinds.includes(kind) ? [partsOf(address).parts[0] ?? ''] : [],
      ),
    );
  known.set(catalogue, names);
  return names;
}
