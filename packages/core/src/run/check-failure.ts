import type { Statement } from '../contract/statement.js';
import { SyncError } from '../errors.js';
import type { Json } from '../model/json.js';

type Row = Readonly<Record<string, unknown>>;

const shownAtMost = 5;

/** The error of a check that found rows. It shows the first of them. */
export function checkFailure(
  { text, check }: Statement,
  rows: readonly Row[],
  op: string,
  details: Readonly<Record<string, Json>> = {},
): SyncError {
  const lines = rows.slice(0, shownAtMost).map((row) => `\n  ${rowText(row)}`);
  const more = rows.length > shownAtMost ? '\n  …' : '';
  return new SyncError({
    code: 'CHECK_FAILED',
    op,
    message: `${check?.message ?? 'a check found rows'}:${lines.join('')}${more}`,
    ...(check?.hint !== undefined && { hint: check.hint }),
    details: { statement: text, ...details, rows: rows.slice(0, 20).map(plain) },
  });
}

function rowText(row: Row): string {
  return Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

/** Big integers have no JSON form. */
function plain(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? value.toString() : value]),
  );
}
