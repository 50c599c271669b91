import { type Address, partsOf } from '@sync/core';
import { routineKinds } from '../../text/kind-groups.js';
import { quoteName, quotePath } from '../../text/names.js';
import { qualifiedAt } from '../../text/qualified.js';

/** The kinds that are named with their schema, by what COMMENT ON calls them. */
const qualifiedKinds: Readonly<Record<string, string>> = {
  table: 'TABLE',
  view: 'VIEW',
  'postgres/materialized-view': 'MATERIALIZED VIEW',
  'postgres/foreign-table': 'FOREIGN TABLE',
  sequence: 'SEQUENCE',
  index: 'INDEX',
  'postgres/enum': 'TYPE',
  'postgres/composite-type': 'TYPE',
  'postgres/range-type': 'TYPE',
  'postgres/domain': 'DOMAIN',
  'postgres/collation': 'COLLATION',
  'postgres/statistics': 'STATISTICS',
  'postgres/text-search-configuration': 'TEXT SEARCH CONFIGURATION',
  'postgres/text-search-dictionary': 'TEXT SEARCH DICTIONARY',
};

/** The kinds that belong to a table or view. */
const ownedKinds: Readonly<Record<string, string>> = {
  'postgres/constraint': 'CONSTRAINT',
  'postgres/trigger': 'TRIGGER',
  'postgres/policy': 'POLICY',
  'postgres/rule': 'RULE',
};

/** The kinds that live in no schema. */
const globalKinds: Readonly<Record<string, string>> = {
  schema: 'SCHEMA',
  'postgres/event-trigger': 'EVENT TRIGGER',
  'postgres/publication': 'PUBLICATION',
  'postgres/foreign-data-wrapper': 'FOREIGN DATA WRAPPER',
  'postgres/server': 'SERVER',
};

/** What COMMENT ON is to name; undefined for a kind that it does not know. */
export function targetOf(at: Address): string | undefined {
  const { kind, parts } = partsOf(at);
  const name = parts.at(-1) ?? '';
  const [qualifiedKind, ownedKind, globalKind] = [qualifiedKinds[kind], ownedKinds[kind], globalKinds[kind]];
  if (qualifiedKind !== undefined) return `${qualifiedKind} ${qualifiedAt(at)}`;
  if (globalKind !== undefined) return `${globalKind} ${quoteName(name)}`;
  if (ownedKind !== undefined) {
    const [table = '', schema = 'public'] = parts.slice(0, -1).reverse();
    return `${ownedKind} ${quoteName(name)} ON ${quotePath(schema, table)}`;
  }
  if (kind === 'postgres/cast') return `CAST (${name})`;
  if (kind === 'postgres/domain-constraint') {
    const [domain = '', schema = 'public'] = parts.slice(0, -1).reverse();
    return `CONSTRAINT ${quoteName(name)} ON DOMAIN ${quotePath(schema, domain)}`;
  }
  if (!routineKinds.has(kind)) return undefined;
  const open = name.indexOf('(');
  const schema = parts.length > 1 ? (parts[0] ?? '') : 'public';
  return `ROUTINE ${quotePath(schema, name.slice(0, open))}${name.slice(open)}`;
}

/** Whether things of a kind have an owner of their own. */
export function hasOwner(kind: string): boolean {
  return kind !== 'index' && (kind in qualifiedKinds || kind in globalKinds || routineKinds.has(kind));
}

/** What COMMENT ON is to name for a column. */
export function columnTarget(at: Address, column: string): string {
  return `COLUMN ${qualifiedAt(at)}.${quoteName(column)}`;
}

/** What COMMENT ON is to name for a type that comes with another one, and lies where that does. */
export function besideTarget(at: Address, name: string): string {
  const { parts } = partsOf(at);
  return `TYPE ${quotePath(parts.length > 1 ? (parts[0] ?? '') : 'public', name)}`;
}

/** What COMMENT ON is to name for the index that a constraint stands on, which is called as that is. */
export function indexTarget(constraint: Address): string {
  const { parts } = partsOf(constraint);
  const [name = '', , schema = 'public'] = [...parts].reverse();
  return `INDEX ${quotePath(schema, name)}`;
}
