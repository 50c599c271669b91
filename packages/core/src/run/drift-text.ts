import type { Change, Delta } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { kindOf, titleOf } from '../diff/kinds.js';
import type { Inspection } from '../inspect/inspect.js';
import { shownName } from '../inspect/shown-name.js';
import { type Address, partsOf } from '../model/address.js';
import { canonicalJson, type Json } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import type { Drift } from './verify.js';

/** What telling a drift may look at. */
export interface DriftContext {
  readonly driver: Driver;
  readonly server: Server;
  /** What is there now. */
  readonly inspection: Pick<Inspection, 'catalogue' | 'kept'>;
  /** The changes that begin at the state that was expected; what they start from can be told in detail. */
  readonly changes: readonly Change[];
  /** What differs in an object whose hash does not tell. */
  readonly outdated?: ReadonlyMap<Address, readonly string[]>;
}

const shownAtMost = 10;

/** What differs, a line for each thing, as people call it: `table "users": column "age" was added`. */
export function driftText(drift: Drift, context: DriftContext): string {
  const { inspection, driver, changes, outdated } = context;
  const found = (at: Address) => inspection.catalogue.get(at) ?? inspection.kept.get(at);
  const expected = new Map(
    changes.flatMap((change) => (change.verb === 'create' ? [] : [[change.from.address, change.from] as const])),
  );
  const called = (at: Address) => nameOf(at, found(at) ?? expected.get(at), driver);
  const lines = [
    ...drift.added.map((at) => `${called(at)} was added`),
    ...drift.removed.map((at) => `${called(at)} is gone`),
    ...drift.changed.map((at) => {
      const details = outdated?.get(at) ?? detailsOf(expected.get(at), found(at), context);
      return details.length > 0 ? `${called(at)}: ${details.join('; ')}` : `${called(at)} was changed`;
    }),
  ];
  const shown = lines.slice(0, shownAtMost).map((line) => `\n  ${line}`);
  return `${shown.join('')}${lines.length > shownAtMost ? `\n  and ${lines.length - shownAtMost} more` : ''}`;
}

function nameOf(at: Address, object: SchemaObject | undefined, driver: Driver): string {
  const { kind, parts } = partsOf(at);
  return `${titleOf(kind, driver)} ${quoted(object ? shownName(object, driver) : parts.join('.'))}`;
}

function detailsOf(
  from: SchemaObject | undefined,
  to: SchemaObject | undefined,
  { driver, server }: DriftContext,
): readonly string[] {
  if (!from || !to) return [];
  const deltas = kindOf(driver, to.kind).compare(from, to, { server, renamed: new Map() });
  return 'replace' in deltas ? [] : deltas.map(deltaText);
}

function deltaText({ type, path, from, to }: Delta): string {
  const [verb, ...words] = type.split('-');
  const noun = words.join(' ');
  const names = path.slice(1);
  const last = names.at(-1);
  switch (verb) {
    case 'add':
    case 'drop':
      return `${[noun, ...(last === undefined ? [] : [quoted(last)])].join(' ')} ${verb === 'add' ? 'was added' : 'is gone'}`;
    case 'rename':
      return `${noun} ${quoted(valueText(from))} is called ${quoted(valueText(to))}`;
    default: {
      const values = `${noun} was ${valueText(from)}, is ${valueText(to)}`;
      return names.length > 1
        ? `${singular(path[0] ?? '')} ${quoted(names.slice(0, -1).join('.'))}: ${values}`
        : values;
    }
  }
}

function singular(plural: string): string {
  return plural.replace(/s$/, '');
}

function valueText(value: Json | undefined): string {
  // A type can be the empty text.
  if (value === undefined || value === null || value === '') return 'none';
  return typeof value === 'string' ? value : canonicalJson(value);
}

function quoted(name: string): string {
  return `"${name}"`;
}
