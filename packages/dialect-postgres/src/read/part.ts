import type { Address, Scope } from '@sync/core';
import type { Presence, Present } from './presence.js';

/** A place where objects live: a schema, seen from a scope. */
export interface Place {
  readonly scope: Scope;
  readonly schema: string;
  /** What goes before an object's own name in an address: nothing for the scope's own schema. */
  readonly prefix: readonly string[];
}

/** A thing of the server's, by the catalogue that keeps it and by its number there, with the address of the object that it is or belongs to. */
export interface Identity {
  /** `pg_class`. */
  readonly catalogue: string;
  readonly oid: number;
  readonly address: Address;
}

/** What is known by the time that a part's rows are given addresses: all parts before it in the list. */
export interface Known {
  placeOf(namespace: number): Place;
  addressOf(catalogue: string, oid: number | null): Address | undefined;
  rows<R>(part: Part<R>): readonly R[];
  /** The rows of a part with this value in this column. */
  where<R, C extends keyof R>(part: Part<R>, column: C, value: R[C]): readonly R[];
}

/** A part of the catalogue, read by one query for one schema as for a thousand. */
export interface Part<R> {
  readonly name: string;
  /** The columns in which the server writes names with their schemas: those of expressions and types. */
  readonly sql?: readonly (keyof R & string)[];
  /** What there must be some of, for the query and its dependents to find anything; nothing where there always is. */
  readonly of?: readonly Presence[];
  /**
   * `$1` and `$2` are what `inSchemas` and `ofDatabase` look at, both of which have to be there. The search path is pg_catalog, so that the server qualifies every name but its own. `asked` are the opt-in parts.
   * Undefined where nothing can be found.
   */
  query(features: ReadonlySet<string>, asked: ReadonlySet<string>, present: Present): string | undefined;
  /** Where objects of other kinds can need what the rows are: what the server calls it, and its address. */
  identify?(row: R, known: Known): readonly Identity[];
  /**
   * A SELECT of four columns without aliases: a catalogue (`'pg_rewrite'::regclass`) and a number in it, whose dependencies are those of the object that the other
   * two name.
   */
  readonly dependents?: string;
}

/**
 * Whether something, by the columns for its schema and its number, lies in the schemas that are read. There is no index by schemas: where only some of many are read, `$2` are the
 * numbers of all that may lie in them, and of more.
 */
export function inSchemas(schema: string, oid: string): string {
  return `(${schema} = ANY ($1::oid[]) AND ($2::oid[] IS NULL OR ${oid} = ANY ($2::oid[])))`;
}

/** Whatever is read: each query is given both lists. */
export const ofDatabase = '($1::oid[] IS NOT NULL OR $2::oid[] IS NOT NULL)';

/** Members of extensions are the extension's. */
export function notOfExtension(catalogue: string, oid: string): string {
  return `NOT EXISTS (
    SELECT FROM pg_depend e
    WHERE e.classid = '${catalogue}'::regclass AND e.objid = ${oid} AND e.deptype = 'e'
  )`;
}

/** What schema-sync keeps for itself. */
export function notOurs(name: string): string {
  return `${name} !~ '^_schema_sync(_|$)'`;
}

/** A list as the server reads it from a text. */
export function arrayText(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
