import { quoteName } from '../../text/names.js';
import type { TableDifference } from './difference.js';
import type { Operation } from './operation.js';
import type { IndexSpec, PeriodSpec, TableSpec } from './spec.js';

/** A key that holds a period has its bounds behind its own parts, the end first. */
export function withoutBounds(index: IndexSpec, period: string | undefined): IndexSpec {
  return period === undefined ? index : { ...index, parts: index.parts.slice(0, -2), period };
}

/** The clause of CREATE TABLE and ALTER TABLE. */
export function printPeriod({ name, start, end }: PeriodSpec): string {
  return `PERIOD FOR ${quoteName(name)} (${quoteName(start)}, ${quoteName(end)})`;
}

/** What begins or ends a period: the server checks for it that each row begins before it ends. */
export function periodOperations({ from, to }: TableDifference): readonly Operation[] {
  const [before, after] = [from.spec.period, to.spec.period];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [
    ...(before
      ? [
          {
            clause: `DROP PERIOD FOR ${quoteName(before.name)}`,
            summary: after ? '' : `drop period ${before.name}`,
            stage: 'clear',
            cost: 'copy',
          } as const,
        ]
      : []),
    ...(after
      ? [
          {
            clause: `ADD ${printPeriod(after)}`,
            summary: `${before ? 'replace' : 'add'} period ${after.name}`,
            stage: 'build',
            cost: 'copy',
            about: `period ${after.name}`,
          } as const,
        ]
      : []),
  ];
}

/** Whether rows are kept from holding at the same time: a table with such a key is only ever changed by a copy. */
export function hasTimedKey({ indexes }: TableSpec): boolean {
  return indexes.some(({ period }) => period !== undefined);
}
