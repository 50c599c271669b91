import type { Reading, Session } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { type Bodies, bodiesToShow } from './bodies.js';
import { mayBeLonger } from './bytes.js';
import { parametersToShow } from './parameters.js';
import { parsers } from './parsers.js';
import { tablesElsewhere } from './places.js';
import type { Rows } from './rows.js';
import { definitionsOf, type Showing, type Shown } from './show.js';

/** The check that a period brings along: that it begins before it ends. */
const ordered = /^`[^`]+` < `[^`]+`$/;

/** Of what was found, what tells which definitions have to be shown whole. */
export interface Known extends Bodies {
  readonly columns: readonly Rows['columns'][];
  readonly tables: readonly Rows['tables'][];
  readonly indexes: readonly Rows['indexes'][];
  readonly views: readonly Rows['views'][];
  readonly checks: readonly Rows['checks'][];
  readonly partitions: readonly Rows['partitions'][];
  readonly parameters: readonly Rows['parameters'][];
}

/** Engines to which the size of a block of one index means something, and whose tables may have their files anywhere. */
const sized: ReadonlySet<string> = new Set(['MyISAM', 'Aria']);

/** The definitions of what says something that is shown nowhere else. */
export async function readShown(
  { session, server }: Reading,
  known: Known,
  { hasTablespaces, hidesParameters }: Flavour,
): Promise<readonly Shown[]> {
  const elsewhere = hasTablespaces ? await tablesElsewhere(session, known.tables) : [];
  const tables = new Set([...(await tablesToShow(session, known)), ...elsewhere]);
  const wanted: readonly Showing[] = [
    ...Array.from(tables, (name) => ({ what: 'TABLE' as const, name })),
    ...known.views.flatMap(({ name, algorithm, query }) =>
      algorithm === null && query !== '' ? [{ what: 'VIEW' as const, name }] : [],
    ),
    ...bodiesToShow(known),
    ...(hidesParameters ? parametersToShow(known, (dataType) => hidesParameters(server.version, dataType)) : []),
  ];
  return definitionsOf(session, [...new Map(wanted.map((each) => [`${each.what} ${each.name}`, each])).values()]);
}

/**
 * Where an index may have a parser, a block size, what searching vectors asks for, where a check may be a period's, a default holds zeros, or where parts of a table
 * may lie elsewhere.
 */
async function tablesToShow(
  session: Session,
  { tables, columns, indexes, checks, partitions }: Known,
): Promise<readonly string[]> {
  const hasWords = indexes.some(({ type }) => type === 'FULLTEXT');
  const [plugins] = hasWords ? await session.query<{ readonly count: number | string }>(parsers) : [];
  const shown = new Set(['VECTOR', ...(Number(plugins?.count ?? 0) > 0 ? ['FULLTEXT'] : [])]);
  const names = indexes.flatMap(({ table, type }) => (shown.has(type) ? [table] : []));
  const periods = checks.flatMap(({ table, expression, level }) =>
    level === 'Table' && ordered.test(expression) ? [table] : [],
  );
  // What a history rotates by stands there, too.
  const parted = partitions.map(({ table }) => table);
  const files = tables.flatMap(({ name, engine }) => (sized.has(engine ?? '') ? [name] : []));
  const bytes = columns.flatMap((column) => (mayBeLonger(column) ? [column.table] : []));
  return [...names, ...periods, ...parted, ...files, ...bytes];
}
