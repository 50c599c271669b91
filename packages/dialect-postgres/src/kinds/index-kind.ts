import {
  type Address,
  address,
  type Catalogue,
  type Delta,
  type Description,
  type Found,
  type ObjectKind,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { buildsIndex } from '../hazards.js';
import { sweepIndex } from '../online/index-steps.js';
import { quietly } from '../online/waiting.js';
import { type IndexRow, indexes, isLoose, isOfLoose, namesOfParts } from '../read/parts/indexes.js';
import { ancestorsOf } from '../read/parts/relations.js';
import { readCatalogue } from '../read/read-catalogue.js';
import type { ServerCatalogue } from '../read/server-catalogue.js';
import { followName } from '../text/follow-name.js';
import { quoteName } from '../text/names.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import { renameColumnIn } from '../text/rename-in.js';
import { withOptions } from '../text/with-clause.js';
import { afterParts } from './index/after-parts.js';
import { definitionOf } from './index/definition.js';
import { keysFirst } from './index/keys-first.js';
import { leftAsPart } from './index/left-as-part.js';
import { changeMarks, type Marking, markDeltas, printMarks, readMarks, releaseIdentity } from './index/marks.js';
import { isSameIndex } from './index/same-index.js';
import { type IndexSpec, isPartitioned, printIndex } from './index/spec.js';
import { isNew } from './is-new.js';
import { indexConflicts } from './rows/constraint-conflicts.js';
import { joinsParent, makesWay, staysFromParent } from './table/along.js';
import { newPartitions } from './table/partitions-in.js';
import type { TableSpec } from './table/spec.js';
import { dropsColumnOf } from './table/table-delta.js';
import { remakesType } from './type/remakes-type.js';

type Index = SchemaObject<IndexSpec>;

/** Indexes that somebody created; those of constraints belong to the constraints. */
export const indexKind: ObjectKind<IndexSpec> = {
  kind: 'index',
  within: 'table',
  namespace: 'relation',
  sharesPlace: ({ parent }) => parent,
  inspect: inspectIndexes,
  // That values are unique is asked for once nobody writes who does not know of it.
  serveBoth: (from, to, { base }) => ({
    object: from ?? (to?.spec.unique && to.parent && base.has(to.parent) ? undefined : to),
  }),
  compare: compareIndexes,
  entails: (change, { goal }) => {
    const { partOf = undefined } = change.verb === 'drop' || change.verb === 'replace' ? change.from.spec : {};
    // No index takes leave of the one that it is a part of.
    return new Map(partOf && goal.has(partOf) ? [[partOf, { replace: 'a part of it goes' }]] : []);
  },
  survives(index, change, { origin }) {
    if (change.verb === 'replace' || remakesType(change)) return false;
    return !isOn(index, origin(change.address)) || !dropsColumnOf(index.spec.definition, change);
  },
  essence: ({ spec }) => ({ ...spec }),
  conflicts: indexConflicts,
  follow: (index, rename) => followInIndex(index, rename),
  absence: 'slow',
  render(change, context) {
    switch (change.verb) {
      case 'create': {
        if (staysFromParent(change.to, context)) return saying(change.to, [], leftAsPart(change.to, context));
        const { parent } = change.to;
        const isBuilt = parent !== undefined && !isNew(parent, context);
        const hazards =
          isBuilt && !change.to.spec.only
            ? [buildsIndex(shown({ address: parent }), { unique: change.to.spec.unique })]
            : [];
        return [
          {
            summary: `create index ${shown(change.to)}`,
            sql: [{ text: printIndex(change.to) }],
            hazards,
            after: [
              ...(change.to.spec.only ? newPartitions(change.to.parent as Address, context) : []),
              ...(change.to.spec.unique ? keysFirst(change.to, context) : []),
              ...afterParts(change.to, context),
            ],
          },
          ...saying(change.to, attaching(change.to), printMarks(change.to, context)),
        ];
      }
      case 'drop':
        if (joinsParent(change.from, context) || goesWithWhole(change.from, context)) return [];
        return [
          {
            summary: `drop index ${shown(change.from)}`,
            sql: [
              ...(change.from.spec.replicaIdentity ? releaseIdentity(change.from, context) : []),
              `DROP INDEX ${qualified(change.from)}`,
            ].map((text) => ({ text })),
            before: change.from.spec.only ? newPartitions(context.moved(change.from.parent as Address), context) : [],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename index ${shown(change.from)} to ${shown(change.to)}`,
            sql: [{ text: `ALTER INDEX ${qualified(change.from)} RENAME TO ${quoteName(change.to.name)}` }],
          },
        ];
      case 'alter':
        return saying(
          change.to,
          change.deltas.some(({ type }) => type === 'change-part-of') ? attaching(change.to) : [],
          changeMarks(change.to, change.deltas, context),
        );
      default:
        return change satisfies never;
    }
  },
  describe: describeIndex,
};

function compareIndexes(from: Index, to: Index): readonly Delta[] | { readonly replace: string } {
  const { unique, definition, only, partOf } = from.spec;
  if (unique !== to.spec.unique || definition !== to.spec.definition) return { replace: 'an index cannot be altered' };
  if (only !== to.spec.only) {
    return { replace: 'an index of a table alone does not become one of all partitions, nor the other way round' };
  }
  if (partOf !== undefined && partOf !== to.spec.partOf) {
    return { replace: 'an index does not leave the one that it is a part of' };
  }
  const marks = markDeltas(from.spec, to.spec);
  if (isPartitioned(to) && marks.some(({ type }) => type === 'change-options')) {
    return { replace: 'the storage parameters of an index of a partitioned table are given where it is created' };
  }
  const attached: Delta = { type: 'change-part-of', path: ['partOf'], from: null, to: to.spec.partOf ?? null };
  return [...(partOf === to.spec.partOf ? [] : [attached]), ...marks];
}

function describeIndex({ spec }: Index): Description {
  const { unique, definition, options, only, partOf, clustered, replicaIdentity, statistics = {} } = spec;
  const targets = Object.entries(statistics).map(([position, target]) => `statistics of ${position}: ${target}`);
  const more = [
    ...(only ? ['of the table alone'] : []),
    ...(partOf === undefined ? [] : [`part of ${shown({ address: partOf })}`]),
    ...(clustered ? ['CLUSTER goes by it'] : []),
    ...(replicaIdentity ? ['replicas tell rows apart by it'] : []),
    ...targets,
  ];
  const head = `${unique ? 'unique ' : ''}${withOptions(definition, options)}`;
  return { head: `${head}${more.length > 0 ? ` (${more.join(', ')})` : ''}` };
}

function saying(index: Index, attached: readonly string[], { sql, hazards }: Marking): readonly StepDraft[] {
  const all = [...attached, ...sql];
  if (all.length === 0) return [];
  const draft = { summary: `alter index ${shown(index)}`, sql: all.map((text) => ({ text })), hazards };
  return [hazards.length > 0 ? draft : quietly(draft)];
}

function attaching(index: Index): readonly string[] {
  const { partOf } = index.spec;
  return partOf === undefined ? [] : [`ALTER INDEX ${qualifiedAt(partOf)} ATTACH PARTITION ${qualified(index)}`];
}

/** Whether an index is one of a table, or of a partition of it. */
function isOn(index: SchemaObject, table: Address): boolean {
  return index.parent === table || index.needs.includes(table);
}

/** A part goes with its whole; and where an index of all partitions is made, the server takes what it finds in them for its parts. */
function goesWithWhole(index: Index, { base, goal, change, moved, isOnline }: RenderContext): boolean {
  const { partOf, only } = index.spec;
  const whole = partOf && change(partOf)?.verb;
  if (whole === 'drop' || whole === 'replace') return true;
  if (only || partOf || makesWay(index, { change })) return false;
  const isAlike = (other: SchemaObject) => isSameIndex(other, index);
  const table = index.parent && goal.get(moved(index.parent));
  if (!table || goal.has(index.address) || base.children(index.parent as Address).filter(isAlike).length > 1)
    return false;
  // Online each partition gets an index of its own.
  return ancestorsIn(goal, table).some(
    (above) =>
      !isOnline(above) &&
      goal.children(above).some((other) => {
        const verb = change(other.address)?.verb;
        return isAlike(other) && !(other as Index).spec.only && (verb === 'create' || verb === 'replace');
      }),
  );
}

/** The partitioned tables that a table is a partition of, directly or not. */
function ancestorsIn(catalogue: Catalogue, { spec }: SchemaObject): readonly Address[] {
  return ((spec as TableSpec).parents ?? []).flatMap(({ table, bound }) => {
    const above = bound === undefined ? undefined : catalogue.get(table);
    return above ? [table, ...ancestorsIn(catalogue, above)] : [];
  });
}

/** The server rewrites an index when a column of its table is renamed. */
function followInIndex(index: Index, rename: Rename): Index {
  const withDefinition = (definition: string) => schemaObject({ ...index, spec: { ...index.spec, definition } });
  const { definition } = index.spec;
  if (rename.of === 'object') {
    if (index.spec.partOf === rename.from) {
      return schemaObject({ ...index, spec: { ...index.spec, partOf: rename.to } });
    }
    return index.needs.includes(rename.to) ? withDefinition(followName(definition, rename)) : index;
  }
  return isOn(index, rename.object) ? withDefinition(renameColumnIn(definition, rename.from, rename.to)) : index;
}

/** Why an invalid index is no object of the schema, and what becomes of it. */
function notWhole({ namespace, relation, name, building, leftover }: IndexRow, catalogue: ServerCatalogue) {
  const { scope, prefix } = catalogue.placeOf(namespace);
  const unmanaged = (reason: string) => ({ kind: 'index', name, reason });
  const parent = catalogue.addressOf('pg_class', relation);
  if (building) return { scope, unmanaged: unmanaged('it is invalid: indexes of its table are being built') };
  if (!leftover || parent === undefined) {
    return { scope, unmanaged: unmanaged('it is invalid, and belongs to others: an attempt to build it failed') };
  }
  const at = address('index', ...prefix, name);
  return {
    scope,
    unmanaged: unmanaged('it is invalid: an attempt to build it failed, and the next plan drops it'),
    leftover: { parent, removal: sweepIndex(shown({ address: at }), qualifiedAt(at)) },
  };
}

async function* inspectIndexes(reading: Reading): AsyncGenerator<Found<IndexSpec>> {
  const catalogue = await readCatalogue(reading);
  yield* markedParts(catalogue);
  for (const row of catalogue.where(indexes, 'constraint', 0)) {
    const { oid, relation, namespace, name, unique, valid, attached, partitioned, partOf } = row;
    // What a partition has from its table is the table's.
    if (attached && !isOfLoose(row, catalogue)) continue;
    const place = catalogue.placeOf(namespace);
    const parent = catalogue.addressOf('pg_class', relation);
    if (parent === undefined) continue;
    if (!valid && !partitioned) {
      yield notWhole(row, catalogue);
      continue;
    }
    const whole = attached ? catalogue.addressOf('pg_class', partOf) : undefined;
    const needs = [
      ...ancestorsOf(catalogue, relation),
      ...catalogue.needsOf('pg_class', oid),
      ...(whole === undefined ? [] : [whole]),
    ];
    const object = schemaObject<IndexSpec>({
      kind: 'index',
      address: address('index', ...place.prefix, name),
      name,
      parent,
      spec: {
        unique,
        definition: definitionOf(row),
        ...readMarks(row),
        ...(isLoose(row) && { only: true as const }),
        ...(whole !== undefined && { partOf: whole }),
      },
      needs: [...new Set(needs)].filter((need) => need !== parent).sort(),
      ...(partitioned && { layout: { partitioned: true, parts: namesOfParts(row, catalogue) } }),
    });
    yield { scope: place.scope, object };
  }
}

/** What is said of a part of a partitioned table's index, or of its constraint's, is carried along. */
function* markedParts(catalogue: ServerCatalogue): Generator<Found<IndexSpec>> {
  const reason =
    'that CLUSTER, or replicas, go by it is no difference: it is a part of what the partitioned table has, and is said again where that is made anew';
  for (const row of catalogue.rows(indexes)) {
    if (!row.attached || !(row.clustered || row.replicaIdentity) || isOfLoose(row, catalogue)) continue;
    const { scope, prefix } = catalogue.placeOf(row.namespace);
    yield { scope, unmanaged: { kind: 'index', name: [...prefix, row.name].join('.'), reason } };
  }
}
