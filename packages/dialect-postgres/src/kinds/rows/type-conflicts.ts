import type { Change, ConflictContext, RowConflict, SchemaObject } from '@sync/core';
import { quoteText } from '../../text/literal.js';
import { quoteName } from '../../text/names.js';
import { shown } from '../../text/qualified.js';
import { changesFirst } from '../domain/leaving-first.js';
import type { DomainConstraintSpec, DomainDelta, DomainSpec } from '../domain/spec.js';
import type { EnumSpec, LabelDelta } from '../enum/spec.js';
import { isOutOf, leavesType } from '../type/leaving.js';
import { typesOver, usesOfType } from '../type/uses.js';
import { valuesOfType } from '../type/values.js';
import { conversionConflicts, isList, ruleOf } from './conversion-conflicts.js';
import { movedIn, placeOf, type RowSource, rowsStanding, rowsWhere, these } from './source.js';
import { valueIn } from './value-in.js';

type Single<S, D extends DomainDelta | LabelDelta = never> = Exclude<Change<S, D>, { verb: 'replace' }>;

interface ColumnUse {
  readonly rows: RowSource;
  readonly name: string;
  readonly list: boolean;
  readonly type: string;
}

/** The columns of a domain as it is to be, and of domains over it: not those that have left it by then. */
function columnsOf(type: SchemaObject, to: SchemaObject, context: ConflictContext): readonly ColumnUse[] {
  const planned = { ...context, moved: movedIn(context) };
  const domains = typesOver(type, context.base).filter(({ kind }) => kind === 'postgres/domain');
  return [type, ...domains].flatMap((each) =>
    usesOfType(each, context.base).flatMap((use) => {
      const rows = rowsStanding(use.table, context);
      const first = each === type && changesFirst(use, to, planned);
      const stays = first ? use.columns.filter(({ name }) => !isOutOf(to, use.table, name, planned)) : use.columns;
      return rows ? stays.map(({ name, type: of }) => ({ rows, name, list: isList(of), type: of })) : [];
    }),
  );
}

/** Rows that hold a value which goes from an enum. */
export function enumConflicts(change: Single<EnumSpec, LabelDelta>, context: ConflictContext): readonly RowConflict[] {
  if (change.verb !== 'alter') return [];
  const removed = change.deltas.flatMap(({ type, from }) => (type === 'drop-value' ? [String(from)] : []));
  const type = context.base.get(context.origin(change.address));
  if (removed.length === 0 || !type) return [];
  const values = removed.map(quoteText).join(', ');
  const goes = leavesType(change.to, { ...context, moved: movedIn(context) });
  return valuesOfType(type, context.base).flatMap(({ table, column, value, list }) => {
    const rows = goes(table, column) ? undefined : rowsStanding(table, context);
    if (!rows) return [];
    const where = list ? `${value}::text[] && ARRAY[${values}]::text[]` : `${value}::text IN (${values})`;
    const holds = (count: number) =>
      `${placeOf(rows, [column])}: ${these(count, 'holds', 'hold')} a value that goes from enum ${shown(change.to)}`;
    return [rowsWhere(rows, where, holds)];
  });
}

/** Rows that a domain does not take as it is to be. */
export function domainConflicts(
  change: Single<DomainSpec, DomainDelta>,
  context: ConflictContext,
): readonly RowConflict[] {
  if (change.verb !== 'alter') return [];
  const type = context.base.get(context.origin(change.address));
  if (!type) return [];
  return change.deltas.flatMap((delta) => {
    if (delta.type === 'change-not-null' && change.to.spec.notNull) {
      return columnsOf(type, change.to, context).map(({ rows, name, list }) =>
        rowsWhere(
          rows,
          list
            ? `EXISTS (SELECT 1 FROM unnest(${quoteName(name)}) AS element WHERE element IS NULL)`
            : `${quoteName(name)} IS NULL`,
          (count) => `${placeOf(rows, [name])}: ${these(count, 'has', 'have')} no value`,
        ),
      );
    }
    if (delta.type !== 'change-base') return [];
    const goes = leavesType(change.to, { ...context, moved: movedIn(context) });
    return valuesOfType(type, context.base).flatMap(({ table, column: name, value, list }) => {
      const rows = goes(table, name) ? undefined : rowsStanding(table, context);
      const column = (base: string) => ({ name, type: `${base}${list ? '[]' : ''}`, notNull: false });
      const [from, to] = [column(change.from.spec.base), column(change.to.spec.base)];
      return rows ? conversionConflicts(rows, name, from, to, context, value) : [];
    });
  });
}

/** Rows that a new check of a domain does not allow. */
export function domainCheckConflicts(
  change: Single<DomainConstraintSpec>,
  context: ConflictContext,
): readonly RowConflict[] {
  if (change.verb !== 'create' && change.verb !== 'alter') return [];
  const { parent, spec } = change.to;
  const type = parent && context.base.get(context.origin(parent));
  const rule = ruleOf(spec.definition);
  if (!type || rule === undefined || spec.unvalidated) return [];
  const domain = context.goal.get(parent);
  return columnsOf(type, domain ?? type, context).map(({ rows, name, list }) => {
    const column = quoteName(name);
    const where = list
      ? `EXISTS (SELECT 1 FROM unnest(${column}) AS element WHERE NOT (${valueIn(rule, 'element')}))`
      : `NOT (${valueIn(rule, column)})`;
    return rowsWhere(
      rows,
      where,
      (count) => `${placeOf(rows, [name])}: ${these(count, 'does', 'do')} not satisfy ${spec.definition}`,
    );
  });
}
