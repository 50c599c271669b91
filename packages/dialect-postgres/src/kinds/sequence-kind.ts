import {
  type Address,
  address,
  type Change,
  type Delta,
  type Found,
  type ObjectKind,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { dropsSequence } from '../hazards.js';
import { columns } from '../read/parts/columns.js';
import { relationsOf } from '../read/parts/relations.js';
import { sequences } from '../read/parts/sequences.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { schemaOf } from '../schema-of.js';
import { quoteText } from '../text/literal.js';
import { pathOf, qualified, shown } from '../text/qualified.js';
import { asItsTable } from './access/as-its-table.js';
import { renaming } from './renaming.js';
import { beginsElsewhere, countsWithin, restarting, sequenceNamed } from './sequence/other-bounds.js';
import { printSequence, type SequenceSpec, sequenceSpec } from './sequence/spec.js';
import { carriedSequence } from './table/counters.js';
import type { TableDelta } from './table/table-delta.js';

/** Whose column takes a sequence with it when it goes; the column says so in its table. */
interface SequenceLayout {
  readonly owner?: { readonly table: Address; readonly column: string };
}

/** Sequences; those inside of identity columns belong to the columns. */
export const sequenceKind: ObjectKind<SequenceSpec> = {
  kind: 'sequence',
  namespace: 'relation',
  inspect: inspectSequences,
  compare: (from, to) =>
    ([...new Set([...Object.keys(from.spec), ...Object.keys(to.spec)])] as (keyof SequenceSpec)[])
      .filter((key) => from.spec[key] !== to.spec[key])
      .map((key): Delta => {
        return { type: `change-${key}`, path: [key], from: from.spec[key] ?? false, to: to.spec[key] ?? false };
      }),
  // What a column owns is that column's, whatever it is called.
  essence: (sequence) => ownerOf(sequence) && { ...ownerOf(sequence) },
  sharesPlace: (sequence) => ownerOf(sequence)?.table,
  follow: followOwner,
  render(change, context) {
    switch (change.verb) {
      case 'create':
        if (goesOnWithOwner(change.to, context)) return [];
        return [
          {
            summary: `create sequence ${shown(change.to)}`,
            sql: [
              {
                text: `CREATE ${change.to.spec.unlogged ? 'UNLOGGED ' : ''}SEQUENCE ${qualified(change.to)} ${printSequence(change.to.spec)}`,
              },
              ...takingOwner(change.to, context).map((text) => ({ text })),
            ],
          },
        ];
      case 'drop':
        if (goesWithOwner(change.from, context) || goesOnWithOwner(change.from, context)) return [];
        return [
          {
            summary: `drop sequence ${shown(change.from)}`,
            sql: [{ text: `DROP SEQUENCE ${qualified(change.from)}` }],
            hazards: [dropsSequence(pathOf(change.from))],
          },
        ];
      case 'rename':
        return [moving(change, context)];
      case 'alter':
        return [alteration(change, context)];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: `${spec.unlogged ? 'unlogged ' : ''}${printSequence(spec)}` }),
};

/** The server moves no sequence that a column owns: the column lets go of it before that, or takes it after. */
function moving(change: Extract<Change<SequenceSpec>, { verb: 'rename' }>, context: RenderContext): StepDraft {
  const { from, to } = change;
  const step = renaming({ ...change, title: 'sequence' }, context);
  const owner = ownerOf(context.base.get(context.origin(to.address)) ?? from);
  if (!owner || schemaOf(from) === schemaOf(to)) return step;
  return { ...step, sql: [{ text: `ALTER SEQUENCE ${qualified(from)} OWNED BY NONE` }, ...step.sql] };
}

/** What is counted, and whether that is logged, is said apart. */
function alteration(
  { from, to, deltas }: Extract<Change<SequenceSpec>, { verb: 'alter' }>,
  { origin }: RenderContext,
): StepDraft {
  const name = qualified(to);
  const alter = (options: readonly string[]) => [`ALTER SEQUENCE ${name}`, ...options].join(' ');
  const isLogging = ({ type }: Delta) => type === 'change-unlogged';
  const isCounting = !deltas.every(isLogging);
  const [was, is, title] = [from.spec, to.spec, `sequence ${shown(to)}`];
  const sequence = sequenceNamed(name);
  const counter = { was, is, title, sequence, isThere: origin(to.address) === to.address };
  const { options, hazards } = restarting(counter);
  const texts = [
    ...(isCounting ? beginsElsewhere(counter, alter, quoteText(name)) : []),
    ...(isCounting ? [alter([printSequence(is), ...options])] : []),
    ...(deltas.some(isLogging) ? [alter([`SET ${is.unlogged ? 'UNLOGGED' : 'LOGGED'}`])] : []),
  ];
  return {
    summary: `alter ${title}`,
    sql: [...countsWithin(counter), ...texts.map((text) => ({ text }))],
    ...(hazards.length > 0 && { hazards }),
  };
}

function ownerOf(sequence: SchemaObject): SequenceLayout['owner'] {
  return (sequence.layout as unknown as SequenceLayout | undefined)?.owner;
}

function takingOwner(sequence: SchemaObject, context: RenderContext): readonly string[] {
  const owner = ownerOf(sequence);
  return owner ? asItsTable(qualified(sequence), owner.table, context) : [];
}

function followOwner(sequence: SchemaObject<SequenceSpec>, rename: Rename): SchemaObject<SequenceSpec> {
  const owner = ownerOf(sequence);
  if (!owner) return sequence;
  const { table, column } = owner;
  const isTable = rename.of === 'object' && rename.from === table;
  const isColumn = rename.of === 'member' && rename.object === table && rename.from === column;
  if (!isTable && !isColumn) return sequence;
  const moved = isTable ? { table: rename.to, column } : { table, column: rename.to };
  return schemaObject({ ...sequence, layout: { owner: moved } });
}

/** The server drops a sequence with the column that it goes with. */
function goesWithOwner(sequence: SchemaObject, context: RenderContext): boolean {
  const owner = ownerOf(sequence);
  const change = owner && context.change(owner.table);
  if (!owner || !change) return false;
  if (change.verb === 'drop' || change.verb === 'replace') return true;
  const isColumn = ({ type, path }: Delta) => type === 'drop-column' && path.at(-1) === owner.column;
  return change.verb === 'alter' && change.deltas.some(isColumn);
}

/** Whether the column itself makes or drops the sequence, as one that counts in another way from then on. */
function goesOnWithOwner(sequence: SchemaObject, context: RenderContext): boolean {
  const owner = ownerOf(sequence);
  const change = owner && context.change(owner.table);
  if (!owner || change?.verb !== 'alter') return false;
  return (change.deltas as readonly TableDelta[]).some(
    ({ type, before, after }) =>
      type === 'change-identity' && before && after && carriedSequence(before, after, context) === sequence.address,
  );
}

async function* inspectSequences(reading: Reading): AsyncGenerator<Found<SequenceSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { oid, namespace, name, unlogged } of relationsOf(catalogue, 'S')) {
    const [sequence] = catalogue.where(sequences, 'oid', oid);
    if (!sequence || sequence.internal) continue;
    const place = catalogue.placeOf(namespace);
    const table = catalogue.addressOf('pg_class', sequence.owner);
    const column = catalogue
      .where(columns, 'relation', sequence.owner)
      .find(({ number }) => number === sequence.column);
    const object = schemaObject<SequenceSpec>({
      kind: 'sequence',
      address: address('sequence', ...place.prefix, name),
      name,
      spec: { ...sequenceSpec(sequence), ...(unlogged && { unlogged }) },
      needs: schemaNeed(place),
      ...(table !== undefined && column && { layout: { owner: { table, column: column.name } } }),
    });
    yield { scope: place.scope, object };
  }
}
