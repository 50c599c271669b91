import type { Change, SchemaObject } from '@sync/core';
import { columnsMadeAgain } from '../table/table-delta.js';
import { remakesType } from '../type/remakes-type.js';
import { describeGrant, describeWithheld, usualGrants } from './grants.js';
import { type KeptAccess, keptAccess } from './kept-access.js';

/** What a change says again of who may use an object, and is otherwise by now. */
export function outdatedAccess(planned: SchemaObject, found: SchemaObject, change: Change): readonly string[] {
  const again = saysAgain(change);
  if (!again) return [];
  const [before, now] = [keptAccess(planned) ?? {}, keptAccess(found) ?? {}];
  const [had, has] = [columnsOf(planned), columnsOf(found)];
  const rights = ({ grants, withheld }: KeptAccess) => [
    ...(grants ?? usualGrants(found.kind)).flatMap((grant) => (isOf(grant.column) ? [describeGrant(grant)] : [])),
    ...(again.whole ? describeWithheld(withheld) : []),
  ];
  const isOf = (column: string | undefined) =>
    column === undefined ? again.whole : had.has(column) && has.has(column) && (again.columns?.has(column) ?? true);
  const [planning, standing] = [new Set(rights(before)), new Set(rights(now))];
  // Who reads owns what no owner is known of: who planned need not be who runs.
  const isGivenAway = again.whole && before.owner !== undefined && now.owner !== undefined;
  return [
    ...[...standing].flatMap((right) => (planning.has(right) ? [] : [`granted since: ${right}`])),
    ...[...planning].flatMap((right) => (standing.has(right) ? [] : [`no longer granted: ${right}`])),
    ...(isGivenAway && before.owner !== now.owner ? [`owner was ${before.owner}, is ${now.owner}`] : []),
  ];
}

/** What of an object is granted again: all of it where it is made again, or what is granted on columns that make way for others of their names. */
function saysAgain(change: Change): { readonly whole: boolean; readonly columns?: ReadonlySet<string> } | undefined {
  if (change.verb === 'drop' || change.verb === 'replace') return { whole: true };
  if (change.verb !== 'alter') return undefined;
  if (remakesType(change)) return { whole: true };
  const columns = columnsMadeAgain(change);
  return columns.size > 0 ? { whole: false, columns } : undefined;
}

function columnsOf({ spec }: SchemaObject): ReadonlySet<string> {
  const { columns = [] } = spec as { readonly columns?: readonly { readonly name: string }[] };
  return new Set(columns.map(({ name }) => name));
}
