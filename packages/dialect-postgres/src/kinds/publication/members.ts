import {
  type Address,
  address,
  byCodeUnit,
  type Delta,
  equalJson,
  grouped,
  type Json,
  partsOf,
  type SchemaObject,
} from '@sync/core';
import { quoteText } from '../../text/literal.js';
import { quoteName } from '../../text/names.js';
import { qualifiedAt, shown } from '../../text/qualified.js';
import type { PublicationSpec, PublishedTable } from './spec.js';

/** What the server publishes where nobody says otherwise. */
const everything = 'insert, update, delete, truncate';

/** A table or a schema of a publication, as ALTER PUBLICATION names it. */
export interface Member {
  /** As people call it. */
  readonly name: string;
  readonly path: readonly string[];
  readonly schema: string;
  /** `TABLE` or `TABLES IN SCHEMA`. */
  readonly type: string;
  readonly place: string;
  /** Where it is a table. */
  readonly table?: Address;
  /** What of it is published, or nothing where it is all. */
  readonly part: string;
}

/** The tables and schemas of a publication. */
export function membersOf({ tables = [], schemas = [] }: PublicationSpec): readonly Member[] {
  return [
    ...tables.map((published): Member => {
      const { parts } = partsOf(published.table);
      return {
        name: `table ${shown({ address: published.table })}`,
        path: ['tables', ...parts],
        schema: parts.length > 1 ? (parts[0] ?? '') : 'public',
        type: 'TABLE',
        place: qualifiedAt(published.table),
        table: published.table,
        part: partOf(published),
      };
    }),
    ...schemas.map((schema): Member => {
      const place = quoteName(schema);
      return { name: `schema ${schema}`, path: ['schemas', schema], schema, type: 'TABLES IN SCHEMA', place, part: '' };
    }),
  ];
}

/** What tells a member from the others. */
export function keyOf({ path }: Pick<Member, 'path'>): string {
  return path.join('\0');
}

/** Members as SQL: before 15 the word stands once before all tables. One that others inherit from is named alone, as each of them is. */
export function printMembers(
  members: readonly Member[],
  alone: (table: Address) => boolean,
  as: 'whole' | 'name' = 'whole',
): string {
  const lists = [...grouped(members, ({ type }) => type)].map(([type, same]) => {
    const places = same.map(({ place, part, table }) => {
      const named = table !== undefined && alone(table) ? `ONLY ${place}` : place;
      return as === 'name' || part === '' ? named : `${named} ${part}`;
    });
    return `${type} ${places.join(', ')}`;
  });
  return lists.join(', ');
}

function partOf({ columns, filter }: PublishedTable): string {
  return [
    ...(columns ? [`(${columns.map(quoteName).join(', ')})`] : []),
    ...(filter === undefined ? [] : [`WHERE (${filter})`]),
  ].join(' ');
}

/** What stands in the way of a publication being another one, for all of what it publishes. */
export function publicationDeltas(
  { spec: from }: SchemaObject<PublicationSpec>,
  { spec: to }: SchemaObject<PublicationSpec>,
) {
  const [had, has] = [from, to].map((spec) => new Map(membersOf(spec).map((member) => [keyOf(member), member])));
  const names = [...new Set([...(had?.keys() ?? []), ...(has?.keys() ?? [])])].sort(byCodeUnit);
  const members = names.flatMap((name): readonly Delta[] => {
    const [before, after] = [had?.get(name), has?.get(name)];
    if (before && after && before.part === after.part) return [];
    const path = after?.path ?? before?.path ?? [];
    const [old, next] = [before, after].map((member) => (member ? printMembers([member], () => false) : name));
    if (!before) return [{ type: 'add-member', path, to: next ?? name }];
    if (!after) return [{ type: 'drop-member', path, from: old ?? name }];
    return [{ type: 'change-member', path, from: old ?? name, to: next ?? name }];
  });
  const options = (['publish', 'viaRoot', 'generated'] as const).flatMap((option): readonly Delta[] => {
    const [before, after]: readonly Json[] = [from[option] ?? null, to[option] ?? null];
    if (equalJson(before ?? null, after ?? null)) return [];
    return [{ type: `change-${option}`, path: [option], from: before ?? null, to: after ?? null }];
  });
  return [...members, ...options];
}

/** An option as SQL says it, with the server's own value where nothing is said. */
export function printOption(option: 'publish' | 'viaRoot' | 'generated', spec: PublicationSpec): string {
  switch (option) {
    case 'publish':
      return `publish = ${quoteText(spec.publish ?? everything)}`;
    case 'viaRoot':
      return `publish_via_partition_root = ${spec.viaRoot ?? false}`;
    case 'generated':
      return `publish_generated_columns = ${spec.generated ? 'stored' : 'none'}`;
    default:
      return option satisfies never;
  }
}

/** The options that were said. */
export function optionsOf(spec: PublicationSpec): readonly string[] {
  const said = (['publish', 'viaRoot', 'generated'] as const).filter((option) => spec[option] !== undefined);
  return said.map((option) => printOption(option, spec));
}

/** What is published where it is not everything. */
export function publishedKinds(publish: string): string | undefined {
  return publish === everything ? undefined : publish;
}

/** What a publication names, by addresses. */
export function namedBy({ tables = [], schemas = [] }: PublicationSpec): readonly Address[] {
  return [
    ...tables.map(({ table }) => table),
    ...schemas.flatMap((schema) => (schema === 'public' ? [] : [address('schema', schema)])),
  ];
}
