import type { Catalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import type { Server } from './connection.js';

/** One of the columns that come in the place of another, and what it holds: an expression over the old column, in the words of the engine. */
export interface DerivedColumn {
  readonly column: string;
  readonly as: string;
}

/** An old column and what comes in its place, kept in step for as long as clients of both write. Names are folded. */
export interface BridgeSpec {
  readonly column: string;
  readonly into: readonly DerivedColumn[];
  /** What the old column holds: an expression over the new ones. */
  readonly back: string;
  /** What new columns begin with in a row that says nothing of either side, by their defaults, where the old one has none. */
  readonly usual?: readonly DerivedColumn[];
}

/** What is declared of an old column that others come in the place of; what is left out is the value as it is. Names are folded. */
export interface Succession {
  readonly column: string;
  readonly into: readonly { readonly column: string; readonly as?: string }[];
  readonly back?: string;
}

/** What a kind may look at to tell which shape serves clients of two states at once. */
export interface ServeContext {
  readonly server: Server;
  readonly base: Catalogue;
  readonly goal: Catalogue;
  /** What columns of this object come in the place of others. */
  readonly successions: readonly Succession[];
}

/** The shape of an object that serves clients of two states at once: undefined where there is nothing of it yet; and what keeps its parts in step. */
export interface Served {
  readonly object: SchemaObject | undefined;
  readonly beside?: readonly SchemaObject[];
}

const sign = 'schema-sync keeps in step: ';

/** The comment that stands in what keeps columns in step, from which it is read back. */
export function bridgeMark(spec: BridgeSpec): string {
  return `/* ${sign}${JSON.stringify(spec).replaceAll('*/', '*\\u002f').replaceAll('/*', '\\u002f*')} */`;
}

/** What a text with such a comment keeps in step; undefined where there is none. */
export function readBridgeMark(text: string): BridgeSpec | undefined {
  const start = text.indexOf(`/* ${sign}`);
  const end = text.indexOf(' */', start);
  if (start < 0 || end < 0) return undefined;
  try {
    const { column, into, back, usual } = JSON.parse(text.slice(start + sign.length + 3, end)) as BridgeSpec;
    const own = (columns: readonly DerivedColumn[]) => columns.map((each) => ({ column: each.column, as: each.as }));
    return { column, into: own(into), back, ...(usual && { usual: own(usual) }) };
  } catch {
    return undefined;
  }
}

/** The spec of a bridge as JSON, for people. */
export function bridgeText({ column, into }: BridgeSpec): string {
  return `${column} ↔ ${into.map((each) => each.column).join(', ')}`;
}
