import {
  type Address,
  type Change,
  type Impossible,
  type ObjectKind,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { endsGuarantee } from '@sync/dialect-postgres';
import type { ConstraintSpec } from '../read/specs.js';
import { qualifiedAt, quoteName, shown } from '../text/names.js';
import { followIn, mentionsColumn } from './follow.js';
import { fillsByJob, unlocked, validates } from './hazards.js';
import { inspectKind } from './inspecting.js';

const kind = 'postgres/constraint';

type Constraint = SchemaObject<ConstraintSpec>;

/** Constraints other than NOT NULL and UNIQUE. Those of a new table are made with it, all but foreign keys. */
export const constraintKind: ObjectKind<ConstraintSpec> = {
  kind,
  title: 'constraint',
  within: 'table',
  inspect: (reading) => inspectKind(reading, kind),
  compare(from, to) {
    const { unvalidated: was = false, ...before } = from.spec;
    const { unvalidated: is = false, ...after } = to.spec;
    const isSame = before.definition === after.definition && before.type === after.type;
    if (isSame) {
      if (is) return { replace: 'what was looked at cannot be taken back' };
      return [{ type: 'change-validation', path: ['unvalidated'], from: was, to: is }];
    }
    if (before.type === 'primary key' && after.type === 'primary key') {
      return [{ type: 'change-key', path: ['definition'], from: before.definition, to: after.definition }];
    }
    return { replace: 'a constraint cannot be altered' };
  },
  survives(constraint, change) {
    if (change.verb === 'replace') return false;
    // A foreign key stands on one key of the other table.
    if (change.verb === 'drop') return constraint.spec.type !== 'foreign key';
    return !(change.verb === 'alter' && change.deltas.some(({ type, path }) => isTaken(constraint, type, path)));
  },
  essence: ({ spec }) => ({ ...spec }),
  follow: followInConstraint,
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return create(change.to, context);
      case 'drop':
        return [
          {
            summary: `drop ${change.from.spec.type} ${change.from.name} of table ${tableOf(change.from)}`,
            sql: [{ text: `${alterTable(change.from)} DROP CONSTRAINT ${quoteName(change.from.name)}` }],
            hazards: [unlocked(endsGuarantee(tableOf(change.from), `${change.from.spec.type} ${change.from.name}`))],
          },
        ];
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
        return alter(change, context);
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { definition, unvalidated } }) => ({ head: `${definition}${unvalidated ? ' not valid' : ''}` }),
};

/** As CREATE TABLE and ADD take it. */
export function printConstraint({ name, spec }: Constraint): string {
  return `CONSTRAINT ${quoteName(name)} ${spec.definition}${spec.unvalidated ? ' NOT VALID' : ''}`;
}

/** Whether a constraint is made with its table. What is not validated cannot be said there. */
export function isMadeWithTable({ spec }: Constraint): boolean {
  return spec.type !== 'foreign key' && !spec.unvalidated;
}

function create(constraint: Constraint, { base, goal, origin }: RenderContext): readonly StepDraft[] | Impossible {
  const { name, spec } = constraint;
  const table = constraint.parent as Address;
  const isNew = !base.has(origin(table));
  if (spec.type === 'exclusion') {
    return {
      impossible: 'CockroachDB has no EXCLUDE',
      hint: 'Keep rows apart by a unique index, or in the application.',
    };
  }
  if (isNew && isMadeWithTable(constraint) && goal.has(constraint.address)) return [];
  const what = `${spec.type} ${name}`;
  const hazard =
    spec.type === 'primary key' ? fillsByJob(tableOf(constraint), what) : validates(tableOf(constraint), what);
  return [
    {
      summary: `add ${what} to table ${tableOf(constraint)}`,
      sql: [{ text: `${alterTable(constraint)} ADD ${printConstraint(constraint)}` }],
      hazards: isNew || spec.unvalidated ? [] : [hazard],
    },
  ];
}

function alter(
  { from, to, deltas }: Extract<Change<ConstraintSpec>, { verb: 'alter' }>,
  context: RenderContext,
): readonly StepDraft[] {
  const isKey = deltas.some(({ type }) => type === 'change-key');
  if (isKey) return [changeKey(from, to, context)];
  return [
    {
      summary: `validate ${to.spec.type} ${to.name} of table ${tableOf(to)}`,
      sql: [{ text: `${alterTable(to)} VALIDATE CONSTRAINT ${quoteName(to.name)}` }],
      hazards: [validates(tableOf(to), `${to.spec.type} ${to.name}`)],
    },
  ];
}

/**
 * ALTER PRIMARY KEY leaves a unique index over the columns of the old key, unless that was the hidden one; a key that is dropped and added in one statement leaves none.
 * https://www.cockroachlabs.com/docs/stable/alter-table#changing-primary-keys-with-add-constraint-primary-key
 */
function changeKey(from: Constraint, to: Constraint, { base, origin }: RenderContext): StepDraft {
  const isHidden = isImplicit(from, base.get(origin(to.parent as Address)));
  const sql = isHidden
    ? [`ALTER PRIMARY KEY USING COLUMNS ${columnsOfKey(to.spec.definition)}`, 'DROP COLUMN IF EXISTS rowid']
    : [`DROP CONSTRAINT ${quoteName(from.name)}, ADD ${printConstraint(to)}`];
  return {
    summary: `change the primary key of table ${tableOf(to)}`,
    sql: sql.map((text) => ({ text: `${alterTable(to)} ${text}` })),
    hazards: [fillsByJob(tableOf(to), 'the primary key and all indexes, which are made anew')],
  };
}

function columnsOfKey(definition: string): string {
  return definition.slice(definition.indexOf('('));
}

/** Whether the key is the one that the server gives to a table for which nobody said one. */
function isImplicit({ spec }: Constraint, table: SchemaObject | undefined): boolean {
  const { columns = [] } = (table?.spec ?? {}) as { columns?: readonly { name: string; hidden?: true }[] };
  return (
    spec.definition === 'PRIMARY KEY (rowid ASC)' && columns.some(({ name, hidden }) => name === 'rowid' && hidden)
  );
}

/** Whether a column goes, or becomes another, that a constraint names: the server lets go of the constraint along with it. */
function isTaken({ spec }: Constraint, type: string, [of, name = '']: readonly string[]): boolean {
  const takes = type === 'drop-column' || type === 'change-type' || type === 'change-generated';
  return of === 'columns' && takes && spec.type !== 'primary key' && mentionsColumn(spec.definition, name);
}

function followInConstraint(constraint: Constraint, rename: Parameters<typeof followIn>[1]): Constraint {
  const { spec } = constraint;
  if (rename.of === 'object') {
    const references = spec.references === rename.from ? rename.to : spec.references;
    const definition = followIn(spec.definition, rename);
    return schemaObject({ ...constraint, spec: { ...spec, definition, ...(references && { references }) } });
  }
  const isOwn = rename.object === constraint.parent;
  const isOther = rename.object === spec.references;
  if (!isOwn && !isOther) return constraint;
  const at = spec.type === 'foreign key' ? spec.definition.indexOf(' REFERENCES ') : spec.definition.length;
  const [own, other] = [spec.definition.slice(0, at), spec.definition.slice(at)];
  const definition = `${isOwn ? followIn(own, rename) : own}${isOther ? followOther(other, rename) : other}`;
  return schemaObject({ ...constraint, spec: { ...spec, definition } });
}

/** The name of the table before the columns is none of them: it has a schema before it. */
function followOther(text: string, rename: Parameters<typeof followIn>[1]): string {
  const open = text.indexOf('(');
  return open < 0 ? text : text.slice(0, open) + followIn(text.slice(open), rename);
}

function alterTable({ parent }: Constraint): string {
  return `ALTER TABLE ${qualifiedAt(parent as Address)}`;
}

function tableOf({ parent }: Constraint): string {
  return shown({ address: parent as Address });
}
