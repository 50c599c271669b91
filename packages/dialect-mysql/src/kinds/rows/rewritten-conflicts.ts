import { foldMember, quoteName } from '../../text/names.js';
import { partsOf } from '../table/type-fit.js';
import type { Asked, PartConflict } from './asked.js';
import { momentMisfit } from './moment-misfit.js';
import { placeOf, rowsWhere, these } from './source.js';

const remedy = 'Mend these rows first, or let the server have the sql_mode that they were written under';

const moments: ReadonlySet<string> = new Set(['date', 'datetime', 'timestamp']);

/** Moments that were written when the `sql_mode` was another: a copy writes them again, and is refused though nothing is done to their columns. */
export function rewrittenConflicts({ difference, now, context, flavour }: Asked): readonly PartConflict[] {
  const { columns, from, renames } = difference;
  const others = new Set(
    [...columns.dropped, ...columns.changed.map((pair) => pair.from)].map(({ name }) => foldMember(name)),
  );
  const olds = new Map(renames.map((rename) => [rename.to, rename.from]));
  return from.spec.columns.flatMap(({ name, type, generated }): readonly PartConflict[] => {
    const moment = partsOf(type).name;
    if (generated || others.has(foldMember(name)) || !moments.has(moment)) return [];
    const old = olds.get(name) ?? name;
    const misfit = momentMisfit(quoteName(old), moment, moment, { flavour, version: context.server.version });
    if (misfit === undefined) return [];
    const tell = (count: number) =>
      `${placeOf(now, [old])}: ${these(count, 'holds', 'hold')} what is no ${type} any more as the server is set (sql_mode), and is written again`;
    return [{ about: `column ${name}`, conflict: { ...rowsWhere(now, misfit, tell), remedy } }];
  });
}
