import {
  type Address,
  address,
  type Change,
  partsOf,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { breaksClients } from '../hazards.js';
import { bareNameIn, qualifiedNameIn } from '../text/follow-name.js';
import { relationKinds, routineKinds, typeKinds } from '../text/kind-groups.js';
import { quoteName } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';

/** What is renamed, and how that is written. */
export interface Renaming<S> {
  readonly from: SchemaObject<S>;
  readonly to: SchemaObject<S>;
  /** What people call the kind; its statements do too where they say nothing else. */
  readonly title: string;
  /** How statements call the object, by the address that it has then. Default: `TABLE a.t`. */
  called?(object: SchemaObject<S>): string;
}

/**
 * The step that gives an object another name, another schema, or both: of the two ways, that on which nothing is met that has the name already, and by way of a name
 * aside where there is neither.
 */
export function renaming<S>(
  renaming: Renaming<S>,
  context: Pick<RenderContext, 'base' | 'goal' | 'origin'>,
): StepDraft {
  const { base, goal } = context;
  const { from, to, title } = renaming;
  const called = renaming.called ?? ((object) => `${title.toUpperCase()} ${qualified(object)}`);
  const trade = tradeOf(renaming, called, context);
  if (trade) return trade;
  const isTaken = (at: Address) => namesakes(at).some((each) => base.has(each) || goal.has(each));
  const moves = schemaIn(from) !== schemaIn(to);
  const sql: string[] = [];
  let now = from;
  for (const next of stopsBetween(from.address, to.address, isTaken)) {
    const [schema, name] = qualifiedNameIn(next);
    const alters = schema === schemaIn(now) ? `RENAME TO ${quoteName(name)}` : `SET SCHEMA ${quoteName(schema)}`;
    sql.push(`ALTER ${called(now)} ${alters}`);
    now = schemaObject({ ...from, address: next, name: partsOf(next).parts.at(-1) ?? name });
  }
  const [old, next] = moves ? [inFull(from), inFull(to)] : [bareNameIn(from.address), bareNameIn(to.address)];
  return {
    summary: moves ? `move ${title} ${old} to ${next}` : `rename ${title} ${shown(from)} to ${shown(to)}`,
    sql: sql.map((text) => ({ text })),
    hazards: [breaksClients(title, old, next, moves ? 'moves' : 'renames')],
  };
}

/** What brings names of its own into a schema: those of its indexes. */
const withIndexes: ReadonlySet<string> = new Set(['table', 'postgres/materialized-view']);

/**
 * Half of the way of a table that trades places with one of another schema. Under a name aside its indexes would still meet those of the other table, which can be called
 * alike: it waits in a schema of its own.
 */
function tradeOf<S>(
  { from, to, title }: Renaming<S>,
  called: (object: SchemaObject<S>) => string,
  { base, origin }: Pick<RenderContext, 'base' | 'origin'>,
): StepDraft | undefined {
  const isAway = tradeName.test(to.name);
  if (!withIndexes.has(to.kind) || !(isAway || tradeName.test(from.name))) return undefined;
  const whence = isAway ? from : base.get(origin(to.address));
  if (!whence || schemaIn(whence) === schemaIn(to)) return undefined;
  const schema = isAway ? to.name : from.name;
  const waiting = (name: string) => schemaObject({ ...from, address: address(to.kind, schema, name), name });
  const sql = isAway
    ? [`CREATE SCHEMA ${quoteName(schema)}`, `ALTER ${called(from)} SET SCHEMA ${quoteName(schema)}`]
    : [
        ...(whence.name === to.name ? [] : [`ALTER ${called(waiting(whence.name))} RENAME TO ${quoteName(to.name)}`]),
        `ALTER ${called(waiting(to.name))} SET SCHEMA ${quoteName(schemaIn(to))}`,
        `DROP SCHEMA ${quoteName(schema)}`,
      ];
  const [old, next] = [inFull(whence), isAway ? 'a schema aside' : inFull(to)];
  return {
    summary: `move ${title} ${old} to ${next}`,
    sql: sql.map((text) => ({ text })),
    hazards: [breaksClients(title, old, next, 'moves')],
  };
}

/** Whether what makes way for others that have its name waits in a schema of its own. */
export function waitsInSchema({ from, to }: Extract<Change, { verb: 'rename' }>): boolean {
  return withIndexes.has(to.kind) && schemaIn(from) !== schemaIn(to);
}

/** How things are called that make way while names trade places. */
const tradeName = /^_schema_sync_aside_\d+$/;

/** What an object is called in turn, where each statement changes its schema or its name. */
function stopsBetween(from: Address, to: Address, isTaken: (at: Address) => boolean): readonly Address[] {
  const [{ kind, parts: old }, { parts: next }] = [partsOf(from), partsOf(to)];
  const [before, after] = [old.slice(0, -1), next.slice(0, -1)];
  const [was, is] = [old.at(-1) ?? '', next.at(-1) ?? ''];
  if (before.join() === after.join() || was === is) return [to];
  const [moved, renamed] = [address(kind, ...after, was), address(kind, ...before, is)];
  if (!isTaken(moved)) return [moved, to];
  if (!isTaken(renamed)) return [renamed, to];
  const aside = `${asideName}${is.slice(bareNameIn(to).length)}`;
  return [address(kind, ...before, aside), address(kind, ...after, aside), to];
}

/** What something is called for a moment, where another still has its name or its place. */
export const asideName = '_schema_sync_aside';

/** What cannot have one name: a table has a type that is called as it is. */
const spaces: readonly ReadonlySet<string>[] = [
  new Set([...relationKinds, 'index', 'sequence', ...typeKinds]),
  routineKinds,
];

function namesakes(at: Address): readonly Address[] {
  const { kind, parts } = partsOf(at);
  const kinds = spaces.find((each) => each.has(kind)) ?? [kind];
  return Array.from(kinds, (each) => address(each, ...parts));
}

/** The name of an object with its schema, also where that goes without saying. */
function inFull(object: SchemaObject): string {
  return qualifiedNameIn(object.address).join('.');
}

/** By its own address: statistics need not be where their table is. */
function schemaIn({ address: at }: SchemaObject): string {
  return qualifiedNameIn(at)[0];
}
