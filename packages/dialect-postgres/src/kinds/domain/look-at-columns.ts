import {
  type Address,
  byCodeUnit,
  type Catalogue,
  type Entailed,
  type Hazard,
  type Ref,
  type RenderContext,
  type SchemaObject,
  type Statement,
  type StepDraft,
} from '@sync/core';
import { rewritesTable, scansTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { qualified, shown } from '../../text/qualified.js';
import { isOutOf } from '../type/leaving.js';
import { remakesType } from '../type/remakes-type.js';
import { afterTables, beforeTables, convertColumns, isStanding, type TypeUse, usesOfType } from '../type/uses.js';
import { usesOf } from '../uses.js';
import { changesFirst } from './leaving-first.js';
import type { DomainConstraintSpec, DomainSpec } from './spec.js';

/** A statement for which the server looks at all columns of a domain. */
export interface Look {
  readonly statement: Statement;
  /** The change that it is of, in the goal. */
  readonly of: Address;
  readonly why: string;
}

/**
 * The server looks at each table with columns of a domain once for each thing that the domain forbids, and at no lists of it: it forbids nothing more while there
 * are some. They are lists of what the domain is over from the first of such statements to the last.
 */
export function lookAtColumns(
  domain: SchemaObject<DomainSpec>,
  from: SchemaObject,
  { statement, of, why }: Look,
  context: RenderContext,
): Pick<StepDraft, 'sql' | 'before' | 'after' | 'hazards'> {
  const { base, moved } = context;
  const standing = [...standingOnLists(from, base).keys()];
  const all = usesOfType(from, base).filter(isStanding(context));
  const [early, late] = [true, false].map((first) => all.filter((use) => changesFirst(use, domain, context) === first));
  const lists = listsAmong(late ?? []);
  const plain = `${domain.spec.base}[]`;
  const own = `${qualified(domain)}[]`;
  const looks = looksAt(domain, context);
  const at = looks.findIndex(({ address }) => address === of);
  const [isFirst, isLast] = [at <= 0, at === looks.length - 1];
  const earlier = at > 0 ? looks.slice(at - 1, at) : [];
  const away = isFirst
    ? convertColumns(
        lists,
        ({ name }) => ({ type: plain, using: `${quoteName(name)}::${plain}`, aside: true }),
        context,
      )
    : [];
  const back = isLast
    ? convertColumns(lists, ({ name }) => ({ type: own, using: `${quoteName(name)}::${own}` }), context)
    : [];
  return {
    sql: [...away, statement, ...back],
    after: [
      ...standing.map((address) => ({ verb: 'drop', address }) as const),
      ...afterTables(from, context),
      ...(early ?? []).map(({ table }) => ({ verb: 'alter', address: moved(table.address) }) as const),
      ...earlier,
    ],
    before: [
      ...beforeTables(late ?? [], context),
      ...standing.map((address) => ({ verb: 'create', address: moved(address) }) as const),
    ],
    hazards: [
      ...lookedAt(all, domain, context).map((table) => scansTable(table, why, 'SHARE')),
      ...(isFirst || isLast ? lists.map(({ table }) => rewritten(table)) : []),
    ],
  };
}

/** What is told where the server looks at the columns of a type that a domain has just taken the place of. There are no lists of it then. */
export function looksAtConverted(type: SchemaObject, why: string, context: RenderContext): readonly Hazard[] {
  const uses = usesOfType(type, context.base).filter(isStanding(context));
  return scanned(uses).map(({ table }) => scansTable(shown(table), why, 'SHARE'));
}

function rewritten(table: SchemaObject): Hazard {
  return rewritesTable(shown(table), 'because it holds lists of the domain');
}

/** The tables that the server reads, as they are called by then: not for columns that have left the domain. */
function lookedAt(uses: readonly TypeUse[], domain: SchemaObject, context: RenderContext): readonly string[] {
  return uses.flatMap((use) => {
    const { address } = use.table;
    const isFirst = changesFirst(use, domain, context);
    const columns = use.columns.filter(({ name }) => !isFirst || !isOutOf(domain, use.table, name, context));
    return scanned([{ ...use, columns }]).length > 0
      ? [shown({ address: isFirst ? context.moved(address) : address })]
      : [];
  });
}

function scanned(uses: readonly TypeUse[]): readonly TypeUse[] {
  return uses.filter(({ columns }) => columns.some(({ type }) => !type.endsWith('[]')));
}

/** All that a plan forbids more in a domain, in the order in which that is done. */
function looksAt({ address }: SchemaObject<DomainSpec>, { goal, change }: RenderContext): readonly Ref[] {
  const own = change(address);
  const forbidsNulls =
    own?.verb === 'alter' && !remakesType(own) && own.deltas.some(({ type }) => type === 'change-not-null');
  const checks = goal.children(address).flatMap((check): readonly Ref[] => {
    const verb = change(check.address)?.verb;
    if (check.kind !== 'postgres/domain-constraint') return [];
    if ((check.spec as DomainConstraintSpec).unvalidated || verb === undefined || verb === 'rename') return [];
    return [{ verb: verb === 'alter' ? 'alter' : 'create', address: check.address }];
  });
  const sorted = [...checks].sort((a, b) => byCodeUnit(a.address, b.address));
  return forbidsNulls && (own.to.spec as DomainSpec).notNull ? [{ verb: 'alter', address }, ...sorted] : sorted;
}

/** Of these columns, those that hold lists. */
function listsAmong(uses: readonly TypeUse[]): readonly TypeUse[] {
  return uses.flatMap(({ table, columns }): readonly TypeUse[] => {
    const own = columns.filter(({ type }) => type.endsWith('[]'));
    return own.length > 0 ? [{ table, columns: own }] : [];
  });
}

/** What uses a list of a domain makes way while that is a list of something else: views, policies, triggers, rules and bodies that the server has understood. */
export function standingOnLists(domain: SchemaObject, base: Catalogue): ReadonlyMap<Address, Entailed> {
  const found = new Map<Address, Entailed>();
  for (const { table, columns } of listsAmong(usesOfType(domain, base))) {
    for (const object of [...base.dependents(table.address), ...base.children(table.address)]) {
      const used = usesOf(object).find(
        ([on, name]) => on === table.address && columns.some((column) => column.name === name),
      );
      if (used) found.set(object.address, { replace: `${shown(table)}.${used[1]} is of another type for a moment` });
    }
  }
  return found;
}
