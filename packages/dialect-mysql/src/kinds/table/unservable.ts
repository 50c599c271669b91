import type { BridgeSpec, Impossible, Succession } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { lexisWith } from '../../lexis.js';
import { foldMember } from '../../text/names.js';
import { mentioned } from '../bridge/mentioned.js';
import { isWriting } from './keys-in-step.js';
import type { ColumnSpec, ForeignKeySpec } from './spec.js';
import { widerType } from './wider-type.js';

/** The columns of a table by their folded names. */
export type Columns = ReadonlyMap<string, ColumnSpec>;

/** Two shapes of a table, and what comes in whose place. */
export interface Shapes {
  readonly old: Columns;
  readonly next: Columns;
  /** The folded names of the columns of the primary key that there is. */
  readonly key: ReadonlySet<string>;
  /** Those that nothing keeps in step with what comes in the place of their columns. */
  readonly foreignKeys: readonly ForeignKeySpec[];
  readonly bridges: readonly BridgeSpec[];
  readonly successions: readonly Succession[];
}

/** Why no table serves clients of both shapes; undefined where one does. */
export function unservable(shapes: Shapes, flavour: Flavour): Impossible | undefined {
  const { old, next } = shapes;
  const counter = [...next].find(([name, { autoIncrement }]) => autoIncrement && !old.get(name)?.autoIncrement)?.[1];
  if (counter) {
    return {
      impossible: `${counter.name} counts rows, which takes a key that old clients do not know of`,
      hint: 'Add it in a plan without --phase.',
    };
  }
  for (const [name, column] of old) {
    const after = next.get(name);
    if (after && widerType(column, after) === undefined) return unlikeTypes(column.name, column.type, after.type);
    if (after && (column.generated === undefined) !== (after.generated === undefined)) return unlikeValues(column.name);
  }
  return shapes.bridges.map((bridge, i) => unbridged(bridge, shapes, i, flavour)).find((why) => why !== undefined);
}

function unbridged(
  { column, into, back }: BridgeSpec,
  { old, next, key, foreignKeys, successions }: Shapes,
  at: number,
  { executedComments }: Flavour,
): Impossible | undefined {
  if (key.has(foldMember(column))) {
    return {
      impossible: `${column} is of the primary key, which cannot be two columns at once`,
      hint: 'Rename it in a plan without --phase, together with its clients.',
    };
  }
  const writing = foreignKeys.find(
    (each) => isWriting(each) && each.columns.some((name) => foldMember(name) === foldMember(column)),
  );
  if (writing) {
    return {
      impossible: `foreign key ${writing.name} writes to ${column}, and no trigger fires for what it writes`,
      hint: 'Let the new column have a foreign key that does the same, where it is the old one under another name. Else let it do nothing but refuse until the second phase is done (RESTRICT), or rename the column in a plan without --phase.',
    };
  }
  const before = old.get(foldMember(column));
  const news = into.map((each) => next.get(foldMember(each.column)));
  const other = successions[at]?.back === undefined ? news.find((each) => each?.type !== before?.type) : undefined;
  if (other) return unlikeTypes(column, before?.type, other.type);
  const texts = [back, ...into.map(({ as }) => as)];
  const named = texts.flatMap((text) => [...mentioned(text, lexisWith(executedComments))]);
  const own = [column, ...into.map((each) => each.column)].map(foldMember);
  const computed = [...own, ...named].map((name) => next.get(name) ?? old.get(name)).find((each) => each?.generated);
  return (
    computed && {
      impossible: `${computed.name} is computed by the server, which does so only after a row was kept in step`,
      hint: 'Say what columns are made of by columns that clients write.',
    }
  );
}

/** Where the server gives a value that clients of the other shape write, one of them is refused what it does. */
function unlikeValues(column: string): Impossible {
  return {
    impossible: `${column} cannot be computed by the server and written by clients`,
    hint: `Give the new column another name and say what each is made of: \`-- @derived from=${column} as (…) back (…)\`.`,
  };
}

function unlikeTypes(column: string, before: string | undefined, after: string): Impossible {
  return {
    impossible: `${column} cannot be ${before} and ${after} at once`,
    hint: `Give the new column another name and say what each is made of: \`-- @derived from=${column} as (…) back (…)\`.`,
  };
}
