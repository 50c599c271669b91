import type { Address, Ref, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { locksTable, movesColumn } from '../hazards.js';
import { changeGrants } from '../kinds/access/grants.js';
import type { Grant } from '../kinds/access/spec.js';
import { columnTarget } from '../kinds/comment/target.js';
import { isValidated } from '../kinds/constraint/enforcement.js';
import { lockedWithColumn } from '../kinds/constraint/locked-beside.js';
import { type IndexMarks, printMarks } from '../kinds/index/marks.js';
import { moveCounter } from '../kinds/sequence/move-counter.js';
import { addNotNull } from '../kinds/table/not-null.js';
import { printIdentity } from '../kinds/table/print.js';
import { columnsInOrder, type TableLayout } from '../kinds/table/spec.js';
import { schemaOf } from '../schema-of.js';
import { quoteText } from '../text/literal.js';
import { quoteName, quotePath } from '../text/names.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import { mentionsColumn } from '../text/rename-in.js';
import { commentsOf, commentsOn } from './carried.js';
import { validate } from './constraint-steps.js';
import { keyParts } from './key-parts.js';
import { laterTriggers } from './later-triggers.js';
import { copyFunction, identitySequence, newName, notNullCheck, notNullName } from './marks.js';
import type { Retyping } from './retyping.js';

/** Puts a filled column in the place of the other one, with all that stood on that: nothing of it reads a row. Foreign keys that refer to it are validated afterwards. */
export function swapColumns(change: Retyping, context: RenderContext): readonly StepDraft[] {
  const { table, after, carried } = change;
  const on = ({ parent }: SchemaObject) => `ALTER TABLE ${qualifiedAt(parent as Address)}`;
  const { referring } = carried;
  const sql = [
    ...referring.map((each) => `${on(each)} DROP CONSTRAINT ${quoteName(each.name)}`),
    ...exchange(change, context),
    ...standAgain(change),
    ...[...change.carried.indexes, ...change.carried.keys].flatMap(
      (each) => printMarks(each as SchemaObject<IndexMarks>, context).sql,
    ),
    ...referring.map((each) => `${on(each)} ADD CONSTRAINT ${quoteName(each.name)} ${each.spec.definition} NOT VALID`),
    ...tellAgain(change, context),
  ];
  return [
    {
      summary: `put the new column ${after.name} of table ${shown(table)} in the place of the old one`,
      sql: [laterTriggers(change), ...sql.map((text) => ({ text }))],
      hazards: [
        ...(isLast(change, context)
          ? [locksTable(shown(table), 'ACCESS EXCLUSIVE')]
          : [movesColumn(shown(table), after.name)]),
        ...lockedWithColumn(table.address, after.name, context),
      ],
      apart: true,
      after: madeWayFor(change, context),
    },
    ...referring.filter(isValidated).map(({ name, parent }) => validate('foreign key', name, parent as Address)),
  ];
}

/** What is taken down by itself would go with the old column, or keep that. */
export function madeWayFor({ table, named }: Retyping, { base, origin, change }: RenderContext): readonly Ref[] {
  const at = origin(table.address);
  return [...new Set([...base.children(at), ...base.dependents(at)])].flatMap(({ address, spec }): readonly Ref[] => {
    const { definition = '' } = spec as { readonly definition?: string };
    const isTakenDown = change(address)?.verb === 'replace' && named.some((each) => mentionsColumn(definition, each));
    return isTakenDown ? [{ verb: 'drop', address }] : [];
  });
}

function isLast({ table, after }: Retyping, { base, origin }: RenderContext): boolean {
  const before = base.get(origin(table.address)) as Retyping['table'] | undefined;
  return before !== undefined && columnsInOrder(before).at(-1)?.name === after.name;
}

function exchange({ table, before, after, name, trigger }: Retyping, context: RenderContext): readonly string[] {
  const at = qualified(table);
  const alter = `ALTER TABLE ${at}`;
  const schema = schemaOf(table) ?? 'public';
  const [column, fresh] = [quoteName(after.name), quoteName(name)];
  const serial = (each: string) => `pg_catalog.pg_get_serial_sequence(${quoteText(at)}, ${quoteText(each)})`;
  const forbidding = before.notNullConstraint
    ? `${alter} ${addNotNull({ ...before, name: after.name })}`
    : `${alter} ALTER COLUMN ${column} SET NOT NULL`;
  const check = `${alter} DROP CONSTRAINT ${quoteName(notNullCheck(name))}`;
  const forbidden = forbidFirst({ table, before, after, name }, context);
  const identity =
    before.identity && after.identity
      ? [
          forbidden.first,
          `${alter} ALTER COLUMN ${fresh} ADD ${printIdentity(before.identity)}`,
          moveCounter(serial(name), serial(after.name)),
        ]
      : [];
  const [from, to] = [name, after.name].map((each) => identitySequence(table.name, each));
  return [
    `DROP TRIGGER ${quoteName(trigger)} ON ${at}`,
    `DROP FUNCTION ${quotePath(schema, copyFunction(table.name, after.name))}()`,
    ...(before.owns ?? []).map((sequence) => `ALTER SEQUENCE ${qualifiedAt(sequence)} OWNED BY ${at}.${fresh}`),
    ...identity,
    `${alter} DROP COLUMN ${column}`,
    `${alter} RENAME COLUMN ${fresh} TO ${column}`,
    ...(identity.length > 0 && from !== undefined && to !== undefined
      ? [`ALTER SEQUENCE ${quotePath(schema, from)} RENAME TO ${quoteName(to)}`]
      : []),
    ...(identity.length > 0 ? forbidden.after : []),
    ...(before.notNull ? [...(identity.length > 0 ? [] : [forbidding]), check] : []),
    ...(after.default === undefined ? [] : [`${alter} ALTER COLUMN ${column} SET DEFAULT ${after.default}`]),
  ];
}

/** An identity wants nulls forbidden while the old column is still there; from 18 on that has a name, which is to be the old one's in the end. */
function forbidFirst(
  { table, before, after, name }: Pick<Retyping, 'table' | 'before' | 'after' | 'name'>,
  { base, origin, server }: RenderContext,
): { readonly first: string; readonly after: readonly string[] } {
  const alter = `ALTER TABLE ${qualified(table)}`;
  const was = base.get(origin(table.address));
  const { notNulls = {} } = (was?.layout ?? {}) as unknown as Pick<TableLayout, 'notNulls'>;
  const { name: own = notNulls[after.name] ?? notNullName(table.name, after.name), noInherit } =
    before.notNullConstraint ?? {};
  if (own === undefined || !server.features.has('not-null-constraints')) {
    return { first: `${alter} ALTER COLUMN ${quoteName(name)} SET NOT NULL`, after: [] };
  }
  const beside = quoteName(newName(own));
  return {
    first: `${alter} ADD CONSTRAINT ${beside} NOT NULL ${quoteName(name)}${noInherit ? ' NO INHERIT' : ''}`,
    after: [`${alter} RENAME CONSTRAINT ${beside} TO ${quoteName(own)}`],
  };
}

/** What was built beside takes the names of what went with the old column. */
function standAgain({ table, carried: { indexes, keys, checked } }: Retyping): readonly string[] {
  const alter = `ALTER TABLE ${qualified(table)}`;
  const schema = schemaOf(table) ?? 'public';
  return [
    ...keys.map(({ name, spec }) => {
      const { type = '', rest = '' } = keyParts(spec.definition) ?? {};
      const using = `${type} USING INDEX ${quoteName(newName(name))}${rest === '' ? '' : ` ${rest}`}`;
      return `${alter} ADD CONSTRAINT ${quoteName(name)} ${using}`;
    }),
    ...indexes.map(({ name }) => `ALTER INDEX ${quotePath(schema, newName(name))} RENAME TO ${quoteName(name)}`),
    ...checked.map((each) => {
      const name = quoteName(each.name);
      // Nobody looks at rows for these.
      return isValidated(each)
        ? `${alter} RENAME CONSTRAINT ${quoteName(newName(each.name))} TO ${name}`
        : `${alter} ADD CONSTRAINT ${name} ${each.spec.definition} NOT VALID`;
    }),
  ];
}

/** What was said about the column and may be done with it, which nobody would see missing. */
function tellAgain({ table, after, carried }: Retyping, context: RenderContext): readonly string[] {
  const { indexes, keys, checked, referring } = carried;
  const text = commentsOf(table.address, context).map(({ spec }) => spec.columns?.[after.name])[0];
  const { access } = table.layout as { readonly access?: { readonly grants?: readonly Grant[] } };
  const before = context.base.get(context.origin(table.address))?.layout as
    | { readonly access?: { readonly grants?: readonly Grant[] } }
    | undefined;
  const asked = context.goal.children(table.address).find(({ kind }) => kind === 'postgres/access');
  const grants =
    before?.access?.grants ?? access?.grants ?? (asked?.spec as { readonly grants?: readonly Grant[] })?.grants ?? [];
  return [
    ...(text === undefined ? [] : [`COMMENT ON ${columnTarget(table.address, after.name)} IS ${quoteText(text)}`]),
    ...commentsOn([...indexes, ...keys, ...checked, ...referring], context),
    ...changeGrants(
      table.address,
      [],
      grants.filter(({ column }) => column === after.name),
    ),
  ];
}
