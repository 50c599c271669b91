import type { Hazard } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { emptiesTable, forgetsRows, losesTransactions } from '../../hazards.js';
import { quoteText } from '../../text/literal.js';
import type { TableDifference } from './difference.js';
import type { Operation } from './operation.js';
import { periodOperations } from './period.js';
import { printOption } from './print.js';
import { raisedCounter } from './spec.js';
import { versioningOperations } from './versioning.js';

/** What an option says that is not given: options that cannot be left out again are set to it. */
const unsaid: Readonly<Record<string, string>> = {
  row_format: 'DEFAULT',
  key_block_size: '0',
  stats_persistent: 'DEFAULT',
  stats_auto_recalc: 'DEFAULT',
  stats_sample_pages: 'DEFAULT',
  max_rows: '0',
  min_rows: '0',
  avg_row_length: '0',
  pack_keys: 'DEFAULT',
  checksum: '0',
  delay_key_write: '0',
  transactional: '1',
  page_checksum: '1',
  compression: "'NONE'",
  encryption: "'N'",
};

/** What rebuilds a table where it is set. */
const rebuilding: ReadonlySet<string> = new Set([
  ...['row_format', 'key_block_size', 'page_compressed', 'encrypted', 'encryption_key_id'],
]);

/** What the server writes each row anew for, and keeps writers out. https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-tablespace-operations */
const copying: ReadonlySet<string> = new Set(['encryption']);

/** What is done to a table as a whole. */
export function tableOperations(difference: TableDifference, { costs }: Flavour): readonly Operation[] {
  const { from, to } = difference;
  const [before, after] = [from.spec, to.spec];
  const operation = (clause: string, summary: string, cost: Operation['cost']): Operation => ({
    clause,
    summary,
    cost,
    stage: 'build',
    // A column that is there at once is not always so together with it.
    ...(cost === 'instant' && { apart: 'at-once' as const }),
  });
  return [
    ...periodOperations(difference),
    ...versioningOperations(difference),
    ...(before.engine === after.engine
      ? []
      : [
          {
            ...operation(`ENGINE=${after.engine}`, `store it with ${after.engine}`, 'copy'),
            hazards: engineHazards(to.name, after.engine),
          },
        ]),
    ...(before.charset === after.charset && before.collation === after.collation
      ? []
      : [
          operation(
            `DEFAULT CHARACTER SET=${after.charset} COLLATE=${after.collation}`,
            `change what columns have that name no character set`,
            costs.changeTableOption,
          ),
        ]),
    ...(before.comment === after.comment
      ? []
      : [operation(`COMMENT=${quoteText(after.comment ?? '')}`, 'change the comment', costs.changeTableComment)]),
    ...counterOperations(difference, costs.changeTableOption),
    ...optionClauses(before.options, after.options).map(({ name, clause }) =>
      operation(clause, `change ${name}`, optionCost(name, costs.changeTableOption)),
    ),
  ];
}

function optionCost(name: string, usual: Operation['cost']): Operation['cost'] {
  if (copying.has(name)) return 'copy';
  return rebuilding.has(name) ? 'rebuild' : usual;
}

/**
 * Has a table count on from further on. The server would bring back a counter that has come further since, as far as the rows, so that is looked at before.
 * https://dev.mysql.com/doc/refman/9.7/en/innodb-auto-increment-handling.html
 */
function counterOperations({ from, to }: TableDifference, cost: Operation['cost']): readonly Operation[] {
  const start = raisedCounter(from, to);
  if (start === undefined) return [];
  return [
    {
      clause: `AUTO_INCREMENT=${start}`,
      stage: 'build',
      cost,
      summary: `count on from ${start}`,
      behind: true,
      before: [
        {
          text: `
SELECT table_name, auto_increment
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_name = ${quoteText(to.name)} AND auto_increment > ${start}`.trim(),
          check: {
            message: `table ${to.name} has counted beyond ${start} by itself since it was looked at`,
            hint: 'Plan again: it is as far as it is to be.',
          },
        },
      ],
    },
  ];
}

/** Engines that keep no row. https://dev.mysql.com/doc/refman/9.7/en/blackhole-storage-engine.html */
const empty: ReadonlySet<string> = new Set(['BLACKHOLE', 'EXAMPLE']);

/** Engines that keep their rows for as long as the server runs. */
const forgetful: ReadonlySet<string> = new Set(['MEMORY']);

/** Engines that lose rows, or what a statement did by half, where others do not. https://dev.mysql.com/doc/refman/9.7/en/storage-engines.html */
const unsafe: ReadonlySet<string> = new Set(['MyISAM', 'MRG_MyISAM', 'Aria', 'CSV', 'ARCHIVE']);

function engineHazards(table: string, engine: string): readonly Hazard[] {
  if (empty.has(engine)) return [emptiesTable(table, engine)];
  if (forgetful.has(engine)) return [forgetsRows(table, engine)];
  return unsafe.has(engine) ? [losesTransactions(table, engine)] : [];
}

function optionClauses(before: readonly string[], after: readonly string[]) {
  const nameOf = (option: string) => option.split('=', 1)[0] ?? option;
  const there = new Set(before);
  const names = new Set(after.map(nameOf));
  return [
    ...before.flatMap((option) => {
      const name = nameOf(option);
      return names.has(name) ? [] : [{ name, clause: printOption(`${name}=${unsaid[name] ?? 'DEFAULT'}`) }];
    }),
    ...after.flatMap((option) => (there.has(option) ? [] : [{ name: nameOf(option), clause: printOption(option) }])),
  ];
}
