import {
  type Address,
  address,
  type Change,
  type Delta,
  type Found,
  type Hazard,
  type ObjectKind,
  partsOf,
  type Reading,
  type Ref,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import type { LockMode } from '../effects/lock-modes.js';
import { buildsIndex, locksTable, scansTable } from '../hazards.js';
import { keyParts } from '../online/key-parts.js';
import { quietly } from '../online/waiting.js';
import { type ConstraintRow, constraints } from '../read/parts/constraints.js';
import { type IndexRow, indexes, namesOfParts } from '../read/parts/indexes.js';
import { ancestorsOf, partitionsOf, relations } from '../read/parts/relations.js';
import { readCatalogue } from '../read/read-catalogue.js';
import type { ServerCatalogue } from '../read/server-catalogue.js';
import { followName } from '../text/follow-name.js';
import { quoteName } from '../text/names.js';
import { qualifiedAt, shown } from '../text/qualified.js';
import { mentionsColumn, renameColumnIn } from '../text/rename-in.js';
import { withOptions } from '../text/with-clause.js';
import { compareConstraints } from './constraint/compare.js';
import { isUnenforced, timingOf } from './constraint/enforcement.js';
import { isOfPeriods, splitForeignKey } from './constraint/foreign-key.js';
import { lossOfEnforcement } from './constraint/guarantee.js';
import { rowsInSight } from './constraint/rows-in-sight.js';
import { serveBothConstraints } from './constraint/serve-both.js';
import { type ConstraintSpec, constraintTypes } from './constraint/spec.js';
import { definitionOf } from './index/definition.js';
import { keysFirst } from './index/keys-first.js';
import { leftAsPart } from './index/left-as-part.js';
import { changeMarks, type Marking, printMarks, readMarks, releaseIdentity } from './index/marks.js';
import { isNew } from './is-new.js';
import { constraintConflicts } from './rows/constraint-conflicts.js';
import { joinsParent, staysFromParent } from './table/along.js';
import { dropCheck, heirsRenamed, staysFromAbove, type Told } from './table/defined-below.js';
import { isDetaching } from './table/detaching.js';
import { newPartitions } from './table/partitions-in.js';
import { columnChanges, dropsColumnOf } from './table/table-delta.js';
import { remakesType } from './type/remakes-type.js';

type Constraint = SchemaObject<ConstraintSpec>;

/** Constraints. Each is added once its table and what it refers to are there, so that circles of foreign keys need no care. */
export const constraintKind: ObjectKind<ConstraintSpec> = {
  kind: 'postgres/constraint',
  title: 'constraint',
  within: 'table',
  inspect: inspectConstraints,
  compare: compareConstraints,
  survives(constraint, change, { origin }) {
    // A partition of the table that it refers to, or a table above its own, goes without it.
    if (tearsTableDown(change) && isBeside(constraint, change.from.address)) return true;
    // A foreign key stands on one key of the other table; another one that would do as well does not take its place.
    if (change.verb === 'replace' || change.verb === 'drop' || remakesType(change)) return false;
    const at = origin(change.address);
    if (constraint.spec.type === 'foreign key' && partsSides(constraint, change, at)) return false;
    return !isOn(constraint, at) || !dropsColumnOf(constraint.spec.definition, change);
  },
  essence: ({ spec }) => ({ ...spec }),
  // One that is not enforced guards nothing.
  isMissed: (constraint) => !isUnenforced(constraint),
  serveBoth: serveBothConstraints,
  follow: followInConstraint,
  conflicts: constraintConflicts,
  render(change, context) {
    switch (change.verb) {
      case 'create':
        if (staysFromParent(change.to, context)) return saying(change.to, leftAsPart(change.to, context));
        if (staysFromAbove(change.to, context)) return [];
        return [
          {
            summary: `add ${change.to.spec.type} ${change.to.name} to table ${tableOf(change.to)}`,
            sql: [...rowsInSight(change.to, context), { text: addConstraint(change.to) }],
            hazards: isNew(change.to.parent, context) || isForeign(change.to) ? [] : addingHazards(change.to),
            after: [
              ...(change.to.spec.only ? newPartitions(change.to.parent as Address, context) : []),
              ...(isKey(change.to) ? keysFirst(change.to, context) : []),
            ],
          },
          ...saying(change.to, printMarks(change.to, context)),
        ];
      case 'drop': {
        if (joinsParent(change.from, context)) return [];
        const dropped = dropConstraint(change.from, context);
        return [
          {
            summary: `drop ${change.from.spec.type} ${change.from.name} of table ${tableOf(change.from)}`,
            sql: [
              ...(change.from.spec.replicaIdentity ? releaseIdentity(change.from, context) : []),
              ...dropped.sql,
            ].map((text) => ({ text })),
            before: [
              ...heirsRenamed(context.moved(change.from.parent as Address), context),
              ...(change.from.spec.only ? newPartitions(context.moved(change.from.parent as Address), context) : []),
            ],
            after: [...detachedFirst(change.from, context), ...dropped.after],
          },
        ];
      }
      case 'rename':
        return [
          {
            summary: `rename constraint ${change.from.name} to ${change.to.name}`,
            sql: [
              {
                text: `${alterTable(change.to)} RENAME CONSTRAINT ${quoteName(change.from.name)} TO ${quoteName(change.to.name)}`,
              },
            ],
          },
        ];
      case 'alter':
        return alterConstraint(change.to, change.deltas, context);
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { definition, options, unvalidated, clustered, replicaIdentity, only } }) => {
    const more = [
      ...(only ? ['of the table alone'] : []),
      ...(clustered ? ['CLUSTER goes by it'] : []),
      ...(replicaIdentity ? ['replicas tell rows apart by it'] : []),
    ];
    const head = `${withOptions(definition, options)}${unvalidated ? ' not valid' : ''}`;
    return { head: `${head}${more.length > 0 ? ` (${more.join(', ')})` : ''}` };
  },
};

/** The server alters no partition whose detachment was stopped. */
function detachedFirst({ parent }: Constraint, { base, moved }: RenderContext): readonly Ref[] {
  const table = base.get(parent as Address);
  return table && isDetaching(table) ? [{ verb: 'alter', address: moved(table.address) }] : [];
}

function dropConstraint(constraint: Constraint, context: RenderContext): Told {
  const { name, parent, spec } = constraint;
  if (spec.type === 'check') return dropCheck(context.moved(parent as Address), name, context);
  return { sql: [`${alterTable(constraint)} DROP CONSTRAINT ${quoteName(name)}`], after: [] };
}

/** What looks at rows. */
const looks: ReadonlySet<string> = new Set(['enforce', 'validate']);

function alterConstraint(
  constraint: Constraint,
  deltas: readonly Delta[],
  context: RenderContext,
): readonly StepDraft[] {
  const { name, spec } = constraint;
  const table = alterTable(constraint);
  const step = (what: string, sql: string, hazards: readonly Hazard[] = []): StepDraft => ({
    summary: `${what} ${spec.type} ${name} of table ${tableOf(constraint)}`,
    sql: [...(looks.has(what) ? rowsInSight(constraint, context) : []), { text: sql }],
    hazards,
  });
  const has = (type: Delta['type']) => deltas.find((delta) => delta.type === type);
  const alter = `${table} ALTER CONSTRAINT ${quoteName(name)}`;
  const enforcement = has('change-enforcement');
  return [
    ...(has('change-timing')
      ? [step('alter', `${alter} ${timingOf(spec.definition)}`, [locksTable(tableOf(constraint), 'ACCESS EXCLUSIVE')])]
      : []),
    ...(enforcement
      ? [
          enforcement.to === true
            ? step('enforce', `${alter} ENFORCED`, enforcingHazards(constraint))
            : step('stop enforcing', `${alter} NOT ENFORCED`, [
                ...lossOfEnforcement(constraint),
                ...lockedBeside(constraint, 'ACCESS EXCLUSIVE'),
              ]),
        ]
      : []),
    ...(has('change-validation') ? [step('validate', `${table} VALIDATE CONSTRAINT ${quoteName(name)}`)] : []),
    ...saying(constraint, changeMarks(constraint, deltas, context)),
  ];
}

function saying(constraint: Constraint, { sql, hazards }: Marking): readonly StepDraft[] {
  if (sql.length === 0) return [];
  const summary = `alter the index of ${constraint.spec.type} ${constraint.name} of table ${tableOf(constraint)}`;
  const draft = { summary, sql: sql.map((text) => ({ text })), hazards };
  return [hazards.length > 0 ? draft : quietly(draft)];
}

/** Nobody looks at the rows of a foreign table. */
function isForeign({ parent }: SchemaObject): boolean {
  return parent !== undefined && partsOf(parent).kind === 'postgres/foreign-table';
}

function tearsTableDown(change: Change): change is Extract<Change, { verb: 'drop' | 'replace' }> {
  return change.kind === 'table' && (change.verb === 'drop' || change.verb === 'replace');
}

function isBeside({ parent, spec }: Constraint, table: Address): boolean {
  return table !== parent && table !== spec.references;
}

/** Whether a constraint is one of a table, or of a partition of it. */
function isOn({ parent, needs, spec }: Constraint, table: Address): boolean {
  return parent === table || (spec.references !== table && needs.includes(table));
}

/** Whether a foreign key could stand on it. */
function isKey({ spec: { type } }: Constraint): boolean {
  return type === 'primary key' || type === 'unique';
}

function alterTable(constraint: SchemaObject): string {
  return `ALTER TABLE ${qualifiedAt(constraint.parent as Address)}`;
}

function tableOf(constraint: SchemaObject): string {
  return shown({ address: constraint.parent as Address });
}

function addConstraint(constraint: Constraint): string {
  const { definition, options, unvalidated } = constraint.spec;
  const text = withOptions(definition, options);
  const table = `ALTER TABLE ${constraint.spec.only ? 'ONLY ' : ''}${qualifiedAt(constraint.parent as Address)}`;
  return `${table} ADD CONSTRAINT ${quoteName(constraint.name)} ${text}${unvalidated ? ' NOT VALID' : ''}`;
}

function addingHazards(constraint: Constraint): readonly Hazard[] {
  const table = tableOf(constraint);
  const { type, definition, unvalidated, only } = constraint.spec;
  if (isUnenforced(constraint) || only) return [];
  switch (type) {
    case 'primary key':
    case 'unique':
    case 'exclusion': {
      const how = keyParts(definition) ? 'online' : 'at-once';
      return [buildsIndex(table, { unique: true, lock: 'ACCESS EXCLUSIVE', how })];
    }
    case 'check':
      return unvalidated ? [] : [scansTable(table, `for the check ${constraint.name}`)];
    case 'foreign key':
      return unvalidated ? [] : [scansTable(table, `for the foreign key ${constraint.name}`, 'SHARE ROW EXCLUSIVE')];
    default:
      return type satisfies never;
  }
}

/** What ALTER TABLE locks it keeps while the rows are looked at; ADD is content with less. */
function enforcingHazards(constraint: Constraint): readonly Hazard[] {
  const { type } = constraint.spec;
  return [
    scansTable(tableOf(constraint), `for the ${type} ${constraint.name}`),
    ...lockedBeside(constraint, 'SHARE ROW EXCLUSIVE'),
  ];
}

/** The table that a foreign key refers to has triggers for it, too. */
function lockedBeside({ parent, spec: { references } }: Constraint, mode: LockMode): readonly Hazard[] {
  return references === undefined || references === parent ? [] : [locksTable(shown({ address: references }), mode)];
}

/** Types that a foreign key may join whichever of them is on either side. */
const joinable = [/^(smallint|integer|bigint)$/, /^(text|character varying|character)(\(\d+\))?$/];

/** Whether a change gives one side of a foreign key a type that the other side does not have by then. */
function partsSides(constraint: Constraint, change: Change, at: Address): boolean {
  const { spec } = constraint;
  const { own, target } = splitForeignKey(spec.definition);
  const sides = [...(isOn(constraint, at) ? [own] : []), ...(at === spec.references ? [target] : [])];
  return columnChanges(change).some(({ column, delta }) => {
    if (delta.type !== 'change-type' || !sides.some((side) => mentionsColumn(side, column))) return false;
    // What guards periods compares with operators of one type alone.
    if (isOfPeriods(own)) return true;
    const types = [String(delta.from), String(delta.to)];
    return !joinable.some((family) => types.every((type) => family.test(type)));
  });
}

/** The server rewrites constraints when what they name is renamed. */
function followInConstraint(constraint: Constraint, rename: Rename): Constraint {
  const { spec } = constraint;
  const foreign = spec.type === 'foreign key' ? splitForeignKey(spec.definition) : undefined;
  const withDefinition = (definition: string, references = spec.references) =>
    schemaObject({ ...constraint, spec: { ...spec, definition, ...(references && { references }) } });
  if (rename.of === 'object') {
    // Addresses were moved before; what is left is the text, and the address inside of the spec.
    if (!foreign || spec.references !== rename.from) {
      return constraint.needs.includes(rename.to) ? withDefinition(followName(spec.definition, rename)) : constraint;
    }
    return withDefinition(foreign.own + followName(foreign.target, rename) + foreign.actions, rename.to);
  }
  const isOwn = isOn(constraint, rename.object);
  if (!foreign) return isOwn ? withDefinition(renameColumnIn(spec.definition, rename.from, rename.to)) : constraint;
  const renamed = (part: string, isNamed: boolean) => (isNamed ? renameColumnIn(part, rename.from, rename.to) : part);
  const target = renamed(foreign.target, rename.object === spec.references);
  return withDefinition(renamed(foreign.own, isOwn) + target + renamed(foreign.actions, isOwn));
}

/** One that is not enforced does not say so, though it is not valid. */
const notValid = / NOT VALID$/;

async function* inspectConstraints(reading: Reading): AsyncGenerator<Found<ConstraintSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const row of catalogue.rows(constraints)) {
    const [relation] = catalogue.where(relations, 'oid', row.relation);
    const parent = catalogue.addressOf('pg_class', row.relation);
    const type = constraintTypes[row.type];
    if (relation && isPartOfOnly(row, catalogue)) {
      const { scope, prefix } = catalogue.placeOf(relation.namespace);
      const name = [...prefix, relation.name, row.name].join('.');
      const reason = 'it is a part of a key that not all partitions have yet, which is not covered';
      yield { scope, unmanaged: { kind: 'constraint', name, reason } };
    }
    // What a partition has from its table is the table's.
    if (!relation || parent === undefined || !type || row.inherited) continue;
    const { scope, prefix } = catalogue.placeOf(relation.namespace);
    const references = row.references === 0 ? undefined : catalogue.addressOf('pg_class', row.references);
    const definition = definitionOf(row);
    const [index] = row.type === 'f' ? [] : catalogue.where(indexes, 'oid', row.index);
    const object = schemaObject<ConstraintSpec>({
      kind: 'postgres/constraint',
      address: address('postgres/constraint', ...prefix, relation.name, row.name),
      name: row.name,
      parent,
      spec: {
        type,
        definition: definition.replace(notValid, ''),
        ...(notValid.test(definition) && { unvalidated: true as const }),
        ...(references && { references }),
        ...(index && readMarks(index)),
        ...(index && isOnly(index) && { only: true as const }),
      },
      needs: needsOf(row, parent, references, catalogue),
      ...(index?.partitioned && { layout: { partitioned: true, parts: namesOfParts(index, catalogue) } }),
    });
    yield { scope, object };
  }
}

/** Whether a key's index is one of a partitioned table that waits for parts. */
function isOnly({ partitioned, valid }: IndexRow): boolean {
  return partitioned && !valid;
}

function isPartOfOnly({ partOf, type }: ConstraintRow, catalogue: ServerCatalogue): boolean {
  if (partOf === 0 || type === 'f') return false;
  return catalogue
    .where(constraints, 'oid', partOf)
    .some(({ index }) => catalogue.where(indexes, 'oid', index).some(isOnly));
}

function needsOf(
  row: ConstraintRow,
  parent: Address,
  references: Address | undefined,
  catalogue: ServerCatalogue,
): readonly Address[] {
  const key = row.type === 'f' ? catalogue.addressOf('pg_class', row.index) : undefined;
  const all = [
    ...ancestorsOf(catalogue, row.relation),
    // The server lets go of no partition that a foreign key refers to by way of its table.
    ...(row.type === 'f' ? partitionsOf(catalogue, row.references) : []),
    ...catalogue.needsOf('pg_constraint', row.oid),
    ...(row.type !== 'f' && row.index !== 0 ? catalogue.needsOf('pg_class', row.index) : []),
    ...(references ? [references] : []),
    ...(key ? [key] : []),
  ];
  return [...new Set(all)].filter((need) => need !== parent).sort();
}
