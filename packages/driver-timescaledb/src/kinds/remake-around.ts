import type { Impossible, ObjectKind, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { qualifiedAt, quoteName, quotePath, shown } from '@sync/dialect-postgres';
import { remakesHypertable } from './hazards.js';
import { dimensionText, type HypertableSpec, hypertableAt, isRemade } from './hypertable-kind.js';

type Change = Extract<Parameters<ObjectKind['render']>[0], { readonly verb: 'create' | 'drop' }>;

interface TableShape {
  readonly columns: readonly { readonly name: string; readonly generated?: unknown; readonly identity?: unknown }[];
}

/**
 * A table that has to be made again because it is another hypertable, or none: refused, but on a way back, where it is made around its rows, which lie in a table of ours
 * meanwhile. Undefined for every other table.
 */
export function remakeAround(
  kind: ObjectKind,
  change: Change,
  context: RenderContext,
): readonly StepDraft[] | Impossible | undefined {
  const table = change.verb === 'create' ? change.to : change.from;
  const { base, goal, moved, origin } = context;
  if (!isRemade(table.address, context) || !goal.has(moved(table.address))) return undefined;
  const before = (base.get(hypertableAt(origin(table.address))) ??
    base.get(hypertableAt(table.address))) as SchemaObject<HypertableSpec>;
  if (isSame(before, goal.get(hypertableAt(moved(table.address))))) return undefined;
  if (!context.isWayBack) return refused(table, before, goal.has(hypertableAt(moved(table.address))));
  const kept = quotePath('public', `_schema_sync_kept_${shown(table).replaceAll('.', '_')}`.slice(0, 63));
  if (change.verb === 'drop') return [putAside(table, kept)];
  const made = kind.render(change, context);
  return 'impossible' in made ? made : [...made, bringBack(table, kept)];
}

function isSame(before: SchemaObject<HypertableSpec>, after: SchemaObject | undefined): boolean {
  return after !== undefined && JSON.stringify(before.spec) === JSON.stringify(after.spec);
}

function refused(table: SchemaObject, { spec }: SchemaObject<HypertableSpec>, stays: boolean): Impossible {
  const dealt = spec.dimensions.map(dimensionText).join(', ');
  return {
    impossible: stays
      ? `hypertable ${shown(table)} keeps what its rows are dealt by (${dealt}) and where its chunks are`
      : `table ${shown(table)} is a hypertable, and the server makes no plain table of one`,
    hint: 'Make a table beside it as it should be, copy the rows, and trade their names; or keep the hypertable in the desired state.',
  };
}

function putAside(table: SchemaObject, kept: string): StepDraft {
  const name = qualifiedAt(table.address);
  return {
    summary: `put the rows of hypertable ${shown(table)} aside and drop it`,
    sql: [{ text: `CREATE TABLE ${kept} AS TABLE ${name}` }, { text: `DROP TABLE ${name}` }],
    hazards: [remakesHypertable(shown(table))],
  };
}

/** Numbers that a row has are its own, and what is computed is computed again. */
function bringBack(table: SchemaObject, kept: string): StepDraft {
  const { columns } = table.spec as TableShape;
  const names = columns.flatMap(({ name, generated }) => (generated === undefined ? [quoteName(name)] : [])).join(', ');
  const own = columns.some(({ identity }) => identity !== undefined) ? 'OVERRIDING SYSTEM VALUE ' : '';
  return {
    summary: `bring the rows of table ${shown(table)} back`,
    sql: [
      { text: `INSERT INTO ${qualifiedAt(table.address)} (${names}) ${own}SELECT ${names} FROM ${kept}` },
      { text: `DROP TABLE ${kept}` },
    ],
  };
}
