import { address, type Catalogue, type Hazard, type Ref, type RenderContext, type SchemaObject } from '@sync/core';
import { convertsValues, rewritesTable, scansTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { qualified, shown } from '../../text/qualified.js';
import { readPath } from '../../text/read-path.js';
import { castBetween, lossOfCast, type OwnCast } from '../cast/between.js';
import type { CompositeSpec } from '../composite/spec.js';
import type { DomainSpec } from '../domain/spec.js';
import type { EnumSpec } from '../enum/spec.js';
import { conversionLoss } from './conversion-loss.js';
import { printStoring } from './settings.js';
import type { ColumnSpec, TableSpec } from './spec.js';
import { castTo, isText, withoutLimit } from './type-cast.js';
import { baseType, type TypeChange, typeChange } from './type-change.js';

interface Retyping {
  readonly what: string;
  readonly sql: readonly string[];
  readonly hazards: readonly Hazard[];
  readonly after: readonly Ref[];
  readonly before: readonly Ref[];
}

/** What a change of a column's type asks of its values, and how these are made; nothing where the server makes them by itself, or knows no way. */
export function conversionOf(
  before: ColumnSpec,
  after: ColumnSpec,
  sides: Sides,
): { readonly change: TypeChange; readonly using?: (column: string) => string; readonly cast?: OwnCast } {
  const change = typeChangeOf(before.type, after.type, sides);
  const own = ownCast(before.type, after.type, sides);
  const viaText = goesByText(before.type, after.type, sides);
  const stored = storedType(after.type, sides, 'goal');
  // A cast to a domain cuts to the limit of what it is over, too.
  const to = withoutLimit(before.type, stored) === stored ? after.type : stored;
  // What is assigned is converted without a word.
  if (own) return { change, cast: own, ...(own.spec.as === undefined && { using: (column) => `${column}::${to}` }) };
  const cast = (column: string) => castTo(column, before.type, to, viaText);
  if (change === 'free' || cast(after.name) === undefined) return { change };
  return { change, using: (column) => cast(column) ?? column };
}

/** A default of the old type would stand in the way; it is put back where it stays. */
export function changeType(
  table: SchemaObject<TableSpec>,
  before: ColumnSpec,
  after: ColumnSpec,
  sides: Sides,
): Retyping {
  const name = quoteName(after.name);
  const where = `${shown(table)}.${after.name}`;
  const alter = `ALTER TABLE ${qualified(table)} ALTER COLUMN ${name}`;
  const collate = after.collation === undefined ? '' : ` COLLATE ${after.collation}`;
  const { change, using, cast } = conversionOf(before, after, sides);
  const type = `${alter} TYPE ${after.type}${collate}${using ? ` USING ${using(name)}` : ''}`;
  const aside = before.default !== undefined && after.default !== undefined && change !== 'free';
  return {
    what: `change the type of column ${after.name}`,
    sql: [
      ...(aside ? [`${alter} DROP DEFAULT`] : []),
      type,
      // The server forgets how the values are to be stored.
      ...printStoring(table, after),
      ...(aside && before.default === after.default ? [`${alter} SET DEFAULT ${after.default}`] : []),
    ],
    hazards: [
      ...(change === 'lossy' ? [convertingHazard(shown(table), after.name, before.type, after.type, sides)] : []),
      ...(change === 'checked'
        ? [scansTable(shown(table), `for values of ${after.name} that are no ${after.type}`)]
        : []),
      ...(change === 'free'
        ? []
        : [
            rewritesTable(
              shown(table),
              `because ${where} becomes ${after.type}`,
              change === 'rewrite' ? 'online' : 'column',
            ),
          ]),
    ],
    after: cast?.after ?? [],
    before: cast?.before ?? [],
  };
}

function ownCast(before: string, after: string, sides: Sides): OwnCast | undefined {
  return castBetween(storedType(before, sides, 'base'), storedType(after, sides, 'goal'), sides);
}

/** The states in which a type of people's own can be looked up. */
export type Sides = Pick<RenderContext, 'base' | 'goal'>;

/** The value of a column as one of the type that the column is to have, as SQL. */
export function convertedValue(value: string, before: ColumnSpec, after: ColumnSpec, sides: Sides): string {
  if (before.type === after.type) return value;
  if (ownCast(before.type, after.type, sides)?.isThere) return `${value}::${storedType(after.type, sides, 'goal')}`;
  // What the plan makes cannot be named before it is there; an enum is to others what its labels are.
  if (enumOf(after.type, sides, 'goal') && !enumOf(after.type, sides, 'base'))
    return `${value}::text${baseType(after.type).list ? '[]' : ''}`;
  return (
    castTo(value, before.type, after.type, goesByText(before.type, after.type, sides)) ??
    `${value}::text::${after.type}`
  );
}

/** Enums are nothing to each other but texts. */
function goesByText(from: string, to: string, sides: Sides): boolean {
  const fromEnum = enumOf(from, sides, 'base') !== undefined && !isText(to);
  return fromEnum || (enumOf(to, sides, 'goal') !== undefined && !isText(from));
}

/** What a change of type means. A domain is stored as what it is over, and looked at value by value where it forbids some. */
export function typeChangeOf(before: string, after: string, sides: Sides): TypeChange {
  if (before === after) return 'free';
  const [old, next] = [storedType(before, sides, 'base'), storedType(after, sides, 'goal')];
  const own = castBetween(old, next, sides)?.spec;
  const change = own && !own.byText ? (own.function === undefined ? 'free' : 'lossy') : typeChange(old, next);
  if (!own?.function && change === 'lossy' && isRelabelled(before, after, sides)) return 'checked';
  // Of lists the server writes each element again for the sake of a domain.
  const isLooked = isStrictDomain(after, sides.goal) || (baseType(after).list && (old !== before || next !== after));
  return isLooked && change === 'free' ? 'rewrite' : change;
}

/** What is told of values that are converted from one type to another, of which either may be a domain. */
export function convertingHazard(table: string, column: string, from: string, to: string, sides: Sides): Hazard {
  const [old, next] = [storedType(from, sides, 'base'), storedType(to, sides, 'goal')];
  const own = castBetween(old, next, sides);
  return convertsValues(table, column, from, to, (own && lossOfCast(own.spec)) ?? conversionLoss(old, next));
}

/** Whether a type is a domain that forbids some values: the server looks at each row for these, and writes it again, also where a new column has none. */
export function isStrictDomain(type: string, catalogue: Catalogue): boolean {
  const domain = typeAt('postgres/domain', type, catalogue) as SchemaObject<DomainSpec> | undefined;
  const checks =
    domain && catalogue.children(domain.address).filter(({ kind }) => kind === 'postgres/domain-constraint');
  if (!domain || !checks) return false;
  return domain.spec.notNull || checks.length > 0 || isStrictDomain(domain.spec.base, catalogue);
}

/** Whether a type forbids some values, or some of their elements. */
export function forbidsValues(type: string, catalogue: Catalogue): boolean {
  const element = type.replace(/\[\]$/, '');
  if (isStrictDomain(element, catalogue)) return true;
  const domain = typeAt('postgres/domain', element, catalogue) as SchemaObject<DomainSpec> | undefined;
  return domain !== undefined && forbidsValues(domain.spec.base, catalogue);
}

/** Whether values become those of an enum by what they are called, which loses nothing of them. */
function isRelabelled(before: string, after: string, sides: Sides): boolean {
  if (!enumOf(after, sides, 'goal') || baseType(before).list !== baseType(after).list) return false;
  return enumOf(before, sides, 'base') !== undefined || /^(text|character varying)/.test(before);
}

/** The domain that a type is, in one of the two states. */
export function domainOf(type: string, sides: Sides, side: keyof Sides): SchemaObject<DomainSpec> | undefined {
  return typeAt('postgres/domain', type, sides[side]) as SchemaObject<DomainSpec> | undefined;
}

/** What values of a type are stored as: domains are looked through, those of the elements of lists, too. */
export function storedType(type: string, sides: Sides, side: keyof Sides): string {
  if (type.endsWith('[]')) return `${storedType(type.slice(0, -2), sides, side)}[]`;
  const domain = domainOf(type, sides, side);
  return domain ? storedType(domain.spec.base, sides, side) : type;
}

/** The composite type that a type is, in one of the two states. */
export function compositeOf(type: string, sides: Sides, side: keyof Sides): SchemaObject<CompositeSpec> | undefined {
  return typeAt('postgres/composite-type', type, sides[side]) as SchemaObject<CompositeSpec> | undefined;
}

/** The enum that a type is, or is a list of. */
export function enumOf(type: string, sides: Sides, side: keyof Sides): SchemaObject<EnumSpec> | undefined {
  return typeAt('postgres/enum', type.replace(/\[\]$/, ''), sides[side]) as SchemaObject<EnumSpec> | undefined;
}

function typeAt(kind: string, type: string, catalogue: Catalogue): SchemaObject | undefined {
  const [schema = '', name, ...rest] = readPath(type) ?? [];
  if (name === undefined || rest.length > 0) return undefined;
  return catalogue.get(address(kind, ...(schema === 'public' ? [] : [schema]), name));
}
