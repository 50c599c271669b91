import { type Address, type Change, partsOf } from '@sync/core';
import { relationKinds, routineKinds, typeKinds } from '../text/kind-groups.js';
import { qualifiedAt, titled } from '../text/qualified.js';

/** What has an owner and lies in a schema, whose owner may drop it, too. */
type Placed = 'relation' | 'routine' | 'type' | 'collation' | 'statistics' | 'dictionary' | 'configuration';

/** What is asked of the role that is to run a plan. */
export type Ask =
  | `${'own' | 'drop'}-${Placed}`
  | `own-${'schema' | 'publication' | 'server' | 'extension' | 'event-trigger'}`
  | 'own-either-type'
  | `create-${'in' | 'in-database' | 'extension'}`
  | `use-${'type' | 'language' | 'wrapper' | 'server'}`
  | 'trigger-on'
  | 'refer-to'
  | 'act-as';

/** One right that a change takes, of what is there by this name, as SQL writes it, or as it is called where there are no qualified names. */
export interface AskedRight {
  readonly ask: Ask;
  readonly name: string;
  readonly title: string;
  /** Of an extension. */
  readonly version?: string;
  /** The schema that it is in, which has to be open to whoever asks. */
  readonly schema?: string;
  /** The name in its schema, where no qualified one is looked up. A routine is looked for by its name alone: what its arguments are called may be another name when it is asked. */
  readonly plain?: string;
  /** Another type, where one of two will do. */
  readonly other?: string;
}

/** Kinds that the server calls relations. */
export const relations: ReadonlySet<string> = new Set([...relationKinds, 'sequence']);

/** Kinds that the server looks up by schema and name alone. */
const byPlace: Readonly<Record<string, Placed>> = {
  'postgres/statistics': 'statistics',
  'postgres/text-search-dictionary': 'dictionary',
  'postgres/text-search-configuration': 'configuration',
};

/** Kinds of the whole database, which only their owners drop. */
const wide: Readonly<Record<string, Ask>> = {
  schema: 'own-schema',
  'postgres/publication': 'own-publication',
  'postgres/server': 'own-server',
  'postgres/extension': 'own-extension',
  'postgres/event-trigger': 'own-event-trigger',
};

/** What the server counts as one thing in a schema, if a kind is such. */
function placedAs(kind: string): Placed | undefined {
  if (relations.has(kind)) return 'relation';
  if (typeKinds.has(kind)) return 'type';
  if (routineKinds.has(kind)) return 'routine';
  return kind === 'postgres/collation' ? 'collation' : byPlace[kind];
}

/** Whether whoever makes one of a kind has to be allowed to make something in its schema. */
export function isPlaced(kind: string): boolean {
  return kind === 'index' || placedAs(kind) !== undefined;
}

/** The right to change what is there, or to drop it. */
export function owning(at: Address, verb: Change['verb']): readonly AskedRight[] {
  const { kind, parts } = partsOf(at);
  const title = titled(at);
  const placed = placedAs(kind);
  if (placed === undefined) {
    const ask = wide[kind];
    return ask === undefined ? [] : [{ ask, name: lastOf(at), title }];
  }
  const ask = `${verb === 'drop' || verb === 'replace' ? 'drop' : 'own'}-${placed}` as const;
  if (!routineKinds.has(kind) && byPlace[kind] === undefined) return [{ ask, ...named(at) }];
  const [last = '', schema = 'public'] = [...parts].reverse();
  const plain = routineKinds.has(kind) ? last.slice(0, last.indexOf('(')) : last;
  return [{ ask, name: parts.join('.'), title, schema, plain }];
}

/** How the server and people call what is at an address. */
export function named(at: Address): Pick<AskedRight, 'name' | 'title' | 'schema'> {
  const { parts } = partsOf(at);
  return { name: qualifiedAt(at), title: titled(at), schema: parts.length > 1 ? (parts[0] ?? '') : 'public' };
}

/** The name alone. */
export function lastOf(at: Address): string {
  return partsOf(at).parts.at(-1) ?? '';
}
