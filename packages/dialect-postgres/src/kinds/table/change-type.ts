import { address, type Catalogue, type Hazard, type RenderContext, type SchemaObject } from '@sync/core';
import { convertsValues, rewritesTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { qualified, shown } from '../../text/qualified.js';
import { readPath } from '../../text/read-path.js';
import type { DomainSpec } from '../domain/spec.js';
import type { ColumnSpec, TableSpec } from './spec.js';
import { castTo, isText } from './type-cast.js';
import { type TypeChange, typeChange } from './type-change.js';

interface Retyping {
  readonly what: string;
  readonly sql: readonly string[];
  readonly hazards: readonly Hazard[];
}

/** What a change of a column's type asks of its values, and how these are made; nothing where the server makes them by itself, or knows no way. */
export function conversionOf(
  before: ColumnSpec,
  after: ColumnSpec,
  { base, goal }: Pick<RenderContext, 'base' | 'goal'>,
): { readonly change: TypeChange; readonly using?: (column: string) => string } {
  const change = before.type === after.type ? 'free' : changeOf(before.type, after.type, base, goal);
  const fromEnum = isEnum(before.type, base) && !isText(after.type);
  const viaText = fromEnum || (isEnum(after.type, goal) && !isText(before.type));
  const cast = (column: string) => castTo(column, before.type, after.type, viaText);
  if (change === 'free' || cast(after.name) === undefined) return { change };
  return { change, using: (column) => cast(column) ?? column };
}

/** A default of the old type would stand in the way; it is put back where it stays. */
export function changeType(
  table: SchemaObject<TableSpec>,
  before: ColumnSpec,
  after: ColumnSpec,
  context: Pick<RenderContext, 'base' | 'goal'>,
): Retyping {
  const name = quoteName(after.name);
  const where = `${shown(table)}.${after.name}`;
  const alter = `ALTER TABLE ${qualified(table)} ALTER COLUMN ${name}`;
  const collate = after.collation === undefined ? '' : ` COLLATE ${after.collation}`;
  const { change, using } = conversionOf(before, after, context);
  const type = `${alter} TYPE ${after.type}${collate}${using ? ` USING ${using(name)}` : ''}`;
  const aside = before.default !== undefined && after.default !== undefined && change !== 'free';
  return {
    what: `change the type of column ${after.name}`,
    sql: [
      ...(aside ? [`${alter} DROP DEFAULT`] : []),
      type,
      ...(aside && before.default === after.default ? [`${alter} SET DEFAULT ${after.default}`] : []),
    ],
    hazards: [
      ...(change === 'lossy' ? [convertsValues(shown(table), after.name, before.type, after.type)] : []),
      ...(change === 'free' ? [] : [rewritesTable(shown(table), `because ${where} becomes ${after.type}`)]),
    ],
  };
}

/** A domain is stored as what it is over, and looked at value by value where it forbids some. */
function changeOf(before: string, after: string, base: Catalogue, goal: Catalogue): TypeChange {
  const [old, next] = [domainOf(before, base), domainOf(after, goal)];
  const change = typeChange(old?.spec.base ?? before, next?.spec.base ?? after);
  const isStrict = next && (next.spec.notNull || goal.children(next.address).length > 0);
  return isStrict && change === 'free' ? 'rewrite' : change;
}

function domainOf(type: string, catalogue: Catalogue): SchemaObject<DomainSpec> | undefined {
  const [schema = '', name, ...rest] = readPath(type) ?? [];
  if (name === undefined || rest.length > 0) return undefined;
  const found = catalogue.get(address('postgres/domain', ...(schema === 'public' ? [] : [schema]), name));
  return found as SchemaObject<DomainSpec> | undefined;
}

function isEnum(type: string, catalogue: Catalogue): boolean {
  const [schema = '', name, ...rest] = readPath(type.replace(/\[\]$/, '')) ?? [];
  if (name === undefined || rest.length > 0) return false;
  return catalogue.has(address('postgres/enum', ...(schema === 'public' ? [] : [schema]), name));
}
