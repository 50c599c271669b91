import {
  type Catalogue,
  type Hazard,
  type Impossible,
  partsOf,
  type RenderContext,
  type SchemaObject,
  type Statement,
  type StepDraft,
} from '@sync/core';
import { convertsValues, rewritesTable, scansTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { qualified, qualifiedAt, shown } from '../../text/qualified.js';
import { convertedRow, listInTheWay, listWithin, reshapedUnder } from '../composite/convert.js';
import { storedType } from '../table/change-type.js';
import { conversionLoss } from '../table/conversion-loss.js';
import { isPadded, withoutLimit } from '../table/type-cast.js';
import { typeChange } from '../table/type-change.js';
import { leavesType } from '../type/leaving.js';
import { makeWay } from '../type/make-way.js';
import { dropAsides, putAside } from '../type/remade.js';
import {
  afterTables,
  beforeTables,
  convertColumns,
  heldInUses,
  isStanding,
  type TypeUse,
  usesOfType,
} from '../type/uses.js';
import { printNotNullOf } from './not-null.js';
import type { DomainSpec } from './spec.js';

type Domain = SchemaObject<DomainSpec>;

/** Makes a domain without its checks. One over another domain takes that one's default, wanted or not. */
export function printDomain(domain: Domain, goal: Catalogue): readonly Statement[] {
  const base = domain.needs.find(
    (need) => partsOf(need).kind === domain.kind && qualifiedAt(need) === domain.spec.base,
  );
  const { default: given } = (base && (goal.get(base) as Domain | undefined)?.spec) ?? {};
  const isTaken = given !== undefined && domain.spec.default === undefined;
  return [
    { text: createDomain(domain) },
    ...(isTaken ? [{ text: `ALTER DOMAIN ${qualified(domain)} DROP DEFAULT` }] : []),
  ];
}

function createDomain(domain: Domain): string {
  const { base, collation, default: value } = domain.spec;
  return [
    `CREATE DOMAIN ${qualified(domain)} AS ${base}`,
    ...(collation === undefined ? [] : [`COLLATE ${collation}`]),
    ...(value === undefined ? [] : [`DEFAULT ${value}`]),
    ...printNotNullOf(domain),
  ].join(' ');
}

/** Makes a domain over another type beside the old one and converts the columns to it: the server changes what a domain is over in no other way. */
export function reshapeDomain(from: Domain, to: Domain, context: RenderContext): StepDraft | Impossible {
  const domain = qualified(to);
  const present = context.base.get(context.origin(to.address)) ?? from;
  const uses = usesOfType(present, context.base).filter(isStanding(context));
  const held = heldInUses(to, uses, context);
  if (held) return held;
  const before = storedType((present as Domain).spec.base, context, 'base');
  const stored = storedType(to.spec.base, context, 'goal');
  // A type that was made anew under it has the name that the old one had.
  const isRemade = from.spec.base === to.spec.base;
  const dropped = dropAsides(present, context);
  const way = makeWay(present, context);
  const rows = isRemade ? reshapedUnder(stored, context) : undefined;
  const goes = leavesType(to, context);
  const staying = uses.flatMap(({ table, columns }) => {
    const own = columns.filter(({ name }) => !goes(table, name));
    return own.length > 0 ? [{ table, columns: own }] : [];
  });
  const isList =
    stored.endsWith('[]') || staying.some(({ columns }) => columns.some(({ type }) => type.endsWith('[]')));
  if (rows && isList && staying.length > 0) return listInTheWay(`there are columns of domain ${shown(to)} with`, rows);
  const within = rows && listWithin(rows, context);
  if (within) return within;
  return {
    summary: `make domain ${shown(to)} anew`,
    sql: [
      ...way.going,
      putAside(to),
      ...printDomain(to, context.goal),
      ...convertColumns(
        uses,
        (column) => {
          const list = column.type.endsWith('[]') ? '[]' : '';
          const type = `${domain}${list}`;
          if (rows) return { type, using: convertedRow(quoteName(column.name), rows, type, context) };
          const limited = `${stored}${list}`;
          const unlimited = isPadded(before, stored) ? limited : withoutLimit(before, limited);
          // A cast to what has a limit cuts; what is assigned to it is refused.
          const cast = unlimited === limited ? `${isRemade ? `text${list}` : limited}::${type}` : unlimited;
          return { type, using: `${quoteName(column.name)}::${cast}` };
        },
        context,
      ),
      ...way.back,
      ...dropped.sql,
    ],
    hazards: [
      ...way.hazards,
      ...uses.map(({ table }) => rewritesTable(shown(table), `because the domain ${shown(to)} is made anew`)),
      ...convertingHazards(staying, before, stored),
    ],
    after: [...dropped.after, ...way.after, ...afterTables(present, context)],
    // Columns are named here as they are before their tables change.
    before: [...beforeTables(uses, context), ...way.before],
  };
}

function convertingHazards(uses: readonly TypeUse[], before: string, after: string): readonly Hazard[] {
  const change = typeChange(before, after);
  return uses.flatMap(({ table, columns }) =>
    columns.flatMap(({ name }): readonly Hazard[] => {
      if (change === 'checked') return [scansTable(shown(table), `for values of ${name} that are no ${after}`)];
      if (change !== 'lossy') return [];
      return [convertsValues(shown(table), name, before, after, conversionLoss(before, after))];
    }),
  );
}
