import type { Server, StepDraft } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { handsOver } from '../hazards.js';
import type { TableDifference } from '../kinds/table/difference.js';
import type { Operation } from '../kinds/table/operation.js';
import { foldMember, quoteName } from '../text/names.js';
import { copyNames } from './copy-names.js';

/** What a program is handed: the clauses of ALTER TABLE, and what the copy is to be called that it makes. */
export interface HandOver {
  readonly table: string;
  readonly clauses: string;
  readonly copy: string;
}

const feature = 'copy-with:';

/** What a connection says of its server where copies are handed over to a program. */
export const handsOverTo = (program: string) => `${feature}${program}`;

/** The program that copies are handed over to; undefined where there is none. */
export function programFor({ features }: Pick<Server, 'features'>): string | undefined {
  for (const each of features) if (each.startsWith(feature)) return each.slice(feature.length);
  return undefined;
}

/** Whether a program can be told a name: it is told all of them in one text, in which these letters mean something. */
export const canBeTold = (name: string) => !/[,=\\]/.test(name);

/**
 * Whether a program makes this of a table that can be copied as a plan says: they tell keys and checks of a copy apart by other names, and take a column under another
 * name for another one.
 */
export function canHandOver(
  { from, to, renames, partitioning }: TableDifference,
  { namesChecksByTable, isReferredTo }: Pick<Flavour, 'namesChecksByTable'> & { readonly isReferredTo: boolean },
): boolean {
  const specs = [from.spec, to.spec];
  return (
    renames.length === 0 &&
    !partitioning &&
    !isReferredTo &&
    specs.every(({ foreignKeys }) => foreignKeys.length === 0) &&
    !(namesChecksByTable && specs.some(({ checks }) => checks.length > 0)) &&
    canBeTold(to.name)
  );
}

/** It copies rows with INSERT IGNORE: of what does not fit it takes what fits, and of rows that are alike one. Nothing is handed over by which a row can become either. */
const harmless: ReadonlySet<string> = new Set(['drops-column', 'adds-required-column']);

function keepsRows({ columns, to }: TableDifference, operations: readonly Operation[]): boolean {
  const changed = new Set(columns.changed.map((pair) => foldMember(pair.to.name)));
  const isOfKey = to.spec.indexes.some(
    ({ unique, parts }) =>
      unique && parts.some(({ column }) => column === undefined || changed.has(foldMember(column))),
  );
  return !isOfKey && operations.every(({ hazards = [] }) => hazards.every(({ code }) => harmless.has(code)));
}

/** One step, which a program makes in place of the server. */
export function handOver(
  difference: TableDifference,
  operations: readonly Operation[],
  program: string,
): readonly StepDraft[] {
  const { name } = difference.to;
  const clauses = operations.map(({ clause }) => clause);
  if (clauses.length === 0 || !keepsRows(difference, operations)) return [];
  const handed: HandOver = { table: name, clauses: clauses.join(', '), copy: copyNames(name).copy };
  const text = `ALTER TABLE ${quoteName(name)}\n  ${[...clauses, 'ALGORITHM=COPY', 'LOCK=SHARED'].join(',\n  ')}`;
  const summaries = operations.flatMap(({ summary }) => (summary === '' ? [] : [summary]));
  return [
    {
      summary: `alter table ${name} with ${program}: ${summaries.join(', ')}`,
      sql: [{ text, handOver: { ...handed } }],
      hazards: [...operations.flatMap(({ hazards = [] }) => hazards), handsOver(name, program)],
      atomic: false,
      wear: 'renewed',
    },
  ];
}
