import type { MisfitContext } from './misfit-context.js';

/** For which texts the server sees no moment. Where it says none of one, it makes none of what comes behind it either, but for the letter between day and time. */
export function textMomentMisfit(value: string, type: string): string {
  const cast = `CAST(${value} AS ${type === 'date' ? 'DATE' : 'DATETIME'})`;
  return `${value} IS NOT NULL AND (${cast} IS NULL OR LOWER(${value}) REGEXP '[a-su-z]')`;
}

/** What has no day, or no month, is no moment where the session's `sql_mode` says so. https://dev.mysql.com/doc/refman/9.7/en/sql-mode.html#sqlmode_no_zero_date */
export function momentMisfit(
  value: string,
  before: string,
  after: string,
  { flavour, version }: MisfitContext,
): string | undefined {
  const isIn = (mode: string) => `FIND_IN_SET('${mode}', @@SESSION.sql_mode) > 0`;
  const isNone = `YEAR(${value}) = 0 AND MONTH(${value}) = 0 AND DAYOFMONTH(${value}) = 0`;
  const isPart = `(MONTH(${value}) = 0 OR DAYOFMONTH(${value}) = 0) AND NOT (${isNone})`;
  return [
    `${isIn('NO_ZERO_DATE')} AND ${isNone}`,
    `${isIn('NO_ZERO_IN_DATE')} AND ${isPart}`,
    ...(after === 'timestamp' && before !== 'timestamp'
      ? [
          `YEAR(${value}) > 0 AND (${value} < '1970-01-01 00:00:01' OR ${value} >= '${flavour.lastMoment(version)}' + INTERVAL 1 SECOND)`,
        ]
      : []),
  ]
    .map((condition) => `(${condition})`)
    .join(' OR ');
}
