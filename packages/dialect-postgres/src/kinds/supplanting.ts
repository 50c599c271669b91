import type {
  Address,
  Delta,
  Entailed,
  Hazard,
  Impossible,
  ObjectKind,
  Ref,
  RenderContext,
  SchemaObject,
  StepDraft,
  Verb,
} from '@sync/core';
import { convertsValues, rewritesTable, scansTable } from '../hazards.js';
import { typeKinds } from '../text/kind-groups.js';
import { quoteName } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { storedType } from './table/change-type.js';
import { conversionLoss } from './table/conversion-loss.js';
import { withoutLimit } from './table/type-cast.js';
import { computedOver } from './type/computed.js';
import { makeWay } from './type/make-way.js';
import { dropAside, putAside } from './type/remade.js';
import { isConverted, isSupplanted, supplantedBy, supplanterOf } from './type/supplanted.js';
import {
  afterTables,
  beforeTables,
  convertColumns,
  heirsOf,
  heldInUses,
  isStanding,
  madeOf,
  type TypeUse,
  typesOver,
  usesOfType,
} from './type/uses.js';

/** A kind of types of which one may take the name of another kind's: columns of that are converted, by way of texts. */
export function supplanting<S, D extends Delta>(kind: ObjectKind<S, D>): ObjectKind<S, D> {
  if (!typeKinds.has(kind.kind)) return kind;
  return {
    ...kind,
    entails: (change, context) =>
      new Map<Address, Entailed>([
        ...(kind.entails?.(change, context) ?? []),
        ...(change.verb === 'replace' && change.to.kind !== change.from.kind ? computedOver(change, context) : []),
      ]),
    render(change, context) {
      if (change.verb === 'drop' && isSupplanted(change.from, context)) {
        const why = inTheWay(change.from, context);
        if (why) return why;
        if (goesWithSupplanter(change.from, context)) return [];
      }
      const drafts = kind.render(change, context);
      const old = change.verb === 'create' ? supplantedBy(change.to, context) : undefined;
      if (!old || 'impossible' in drafts || !makesWay(old, context)) return drafts;
      return drafts.map((draft, i) =>
        i === 0 && change.verb === 'create' ? converting(draft, old, change.to, context) : draft,
      );
    },
  };
}

/** Whether a type goes in the step that makes another one of its name: once that is there and nothing is of it any more. */
export function goesWithSupplanter(type: SchemaObject, context: RenderContext): boolean {
  return isConverted(type, context) && makesWay(type, context);
}

function usesIn(type: SchemaObject, context: RenderContext): readonly TypeUse[] {
  return usesOfType(type, context.base).filter(isStanding(context));
}

/** Whether anything stands on a type that keeps the server from dropping it before the other one is there. */
function makesWay(type: SchemaObject, context: RenderContext): boolean {
  return usesIn(type, context).length > 0 || makeWay(type, context).going.length > 0;
}

function inTheWay(type: SchemaObject, context: RenderContext): Impossible | undefined {
  const { base, change, moved } = context;
  const over = typesOver(type, base).find(({ address }) => {
    const verb = change(moved(address))?.verb;
    return verb !== 'drop' && verb !== 'replace';
  });
  if (over) return madeOf(type, over);
  const other = supplanterOf(type, context);
  if (other && !typeKinds.has(other.kind)) return staysOn(type, other, context);
  const uses = usesIn(type, context);
  const held = heldInUses(type, uses, context);
  return held ?? (other ? checkedLists(other, uses, context) : undefined);
}

/** Only what lets go of a type has done so before that goes, and before what is no type of its own comes under its name. */
function staysOn(type: SchemaObject, other: SchemaObject, context: RenderContext): Impossible | undefined {
  const wanting = new Set(context.goal.dependents(other.address).map(({ address }) => address));
  const table = context.base
    .dependents(type.address)
    .find(
      (each) =>
        each.kind === 'table' &&
        isStanding(context)({ table: each as TypeUse['table'] }) &&
        wanting.has(context.moved(each.address)),
    );
  if (!table) return undefined;
  return {
    impossible: `table ${shown(table)} has columns or defaults that stand on it, and stand on ${shown(other)} afterwards, which is to be no type of its own`,
    hint: `Let them be of another type in one run, and change ${shown(type)} in another.`,
  };
}

/** The server adds no check to a domain while a column is a list of it. */
function checkedLists(other: SchemaObject, uses: readonly TypeUse[], { goal }: RenderContext): Impossible | undefined {
  const [check] = goal.children(other.address).filter(({ kind }) => kind === 'postgres/domain-constraint');
  const [list] = uses.flatMap(({ table, columns }) =>
    columns.flatMap(({ name, type }) => (type.endsWith('[]') ? [`${shown(table)}.${name}`] : [])),
  );
  if (!check || list === undefined) return undefined;
  return {
    impossible: `column ${list} is a list of it, and the server adds the check ${check.name} of domain ${shown(other)} to nothing that there are lists of`,
    hint: `Let ${list} be of another type in one run, and of ${shown(other)} again in another.`,
  };
}

/** The creation of a type beside the one that has its name, with the columns of that. */
function converting(draft: StepDraft, old: SchemaObject, to: SchemaObject, context: RenderContext): StepDraft {
  const uses = usesIn(old, context);
  const way = makeWay(old, context);
  const name = qualified(to);
  const stored = storedType(name, context, 'goal');
  const standing = aroundConversion(uses, context);
  // A cast to what has a limit cuts; what is assigned to it is refused.
  const unlimited = withoutLimit('text', stored);
  const cast = (list: string) => (unlimited === stored ? `${name}${list}` : `${unlimited}${list}`);
  const why = (table: SchemaObject) => [
    scansTable(shown(table), `for values that are no ${shown(to)}`),
    rewritesTable(shown(table), `because ${shown(to)} becomes a type of another kind`),
  ];
  return {
    ...draft,
    sql: [
      ...way.going,
      putAside(old),
      ...draft.sql,
      ...convertColumns(
        uses,
        (column) => {
          const list = column.type.endsWith('[]') ? '[]' : '';
          return { type: `${name}${list}`, using: `${quoteName(column.name)}::text${list}::${cast(list)}` };
        },
        context,
      ),
      ...way.back,
      dropAside(old),
    ],
    hazards: [
      ...(draft.hazards ?? []),
      ...way.hazards,
      ...uses.flatMap(({ table }) => why(table)),
      ...(keepsTexts(to, stored) ? [] : uses.flatMap((use) => losses(use, shown(old), shown(to), stored))),
    ],
    after: [...(draft.after ?? []), ...way.after, ...afterTables(old, context), ...standing.after],
    before: [
      ...(draft.before ?? []),
      ...beforeTables(uses, context),
      ...way.before,
      ...standing.before,
      ...old.needs.map((need) => ({ verb: 'drop', address: need }) as const),
    ],
  };
}

/** Whether what is read from a text as a type shows that text again. */
function keepsTexts({ kind }: SchemaObject, stored: string): boolean {
  return kind === 'postgres/enum' || stored === 'text' || /^character varying/.test(stored);
}

function losses({ table, columns }: TypeUse, from: string, to: string, stored: string): readonly Hazard[] {
  return columns.map(({ name }) => convertsValues(shown(table), name, from, to, conversionLoss('text', stored)));
}

/** What goes from the tables does so before their columns are of the new type, and what comes does so after that: it may have no meaning for the other one. */
function aroundConversion(
  uses: readonly TypeUse[],
  { base, goal, change, moved }: RenderContext,
): { readonly after: readonly Ref[]; readonly before: readonly Ref[] } {
  const tables = uses.flatMap(({ table }) => [table, ...heirsOf(table, base)]).map(({ address }) => address);
  const isAny = (at: Address, verbs: readonly Verb[]) => {
    const verb = change(at)?.verb;
    return verb !== undefined && verbs.includes(verb);
  };
  return {
    after: tables.flatMap((table) =>
      base
        .children(table)
        .flatMap(({ address }): readonly Ref[] =>
          isAny(moved(address), ['drop', 'replace']) ? [{ verb: 'drop', address }] : [],
        ),
    ),
    before: tables.flatMap((table) =>
      goal
        .children(moved(table))
        .flatMap(({ address }): readonly Ref[] =>
          isAny(address, ['create', 'replace']) ? [{ verb: 'create', address }] : [],
        ),
    ),
  };
}
