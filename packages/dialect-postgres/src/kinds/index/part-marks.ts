import { type Address, append, equalJson, type Json, type SchemaObject, type Statement } from '@sync/core';
import { comments } from '../../read/parts/comments.js';
import { constraints } from '../../read/parts/constraints.js';
import { type IndexRow, indexes, isOfLoose } from '../../read/parts/indexes.js';
import type { ServerCatalogue } from '../../read/server-catalogue.js';
import { inDollars } from '../../text/dollar-quotes.js';
import { quoteText } from '../../text/literal.js';
import { changeOptions } from '../../text/options.js';
import { qualifiedAt } from '../../text/qualified.js';
import { type IndexMarks, indexAt, readMarks } from './marks.js';

/** What is said of the part that a partition has of an index, or of the index of a key, and not of the whole. */
export interface PartMarks extends IndexMarks {
  readonly table: Address;
  readonly comment?: string;
  /** Of the constraint that stands on it. */
  readonly keyComment?: string;
}

/** The parts of which something is said, by what they are parts of. */
export function readPartMarks(catalogue: ServerCatalogue): ReadonlyMap<Address, readonly Json[]> {
  const found = new Map<Address, Json[]>();
  for (const row of catalogue.rows(indexes)) {
    const whole = wholeOf(row, catalogue);
    const at = whole && catalogue.addressOf('pg_class', whole.oid);
    const table = catalogue.addressOf('pg_class', row.relation);
    if (!whole || at === undefined || table === undefined) continue;
    const said = marksOf(row, whole, catalogue);
    if (Object.keys(said).length > 0) append(found, at, { table, ...said } as unknown as Json);
  }
  return found;
}

/** What is said of the parts of an index or a key. */
export function partMarksOf({ layout }: SchemaObject): readonly PartMarks[] {
  return (layout as { readonly markedParts?: readonly PartMarks[] } | undefined)?.markedParts ?? [];
}

/** Says it of a part that is there; what it is called only the server knows. */
export function printPartMarks(whole: SchemaObject<IndexMarks>, part: PartMarks): Statement {
  const table = qualifiedAt(part.table);
  const said = statementsOf(whole, part, table).map((text) => `  EXECUTE ${text};`);
  const body = `
DECLARE
  part pg_catalog.regclass;
  name text;
BEGIN
  SELECT c.oid, pg_catalog.quote_ident(c.relname) INTO STRICT part, name
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = ${quoteText(table)}::pg_catalog.regclass AND ${quoteText(qualifiedAt(indexAt(whole)))}::pg_catalog.regclass IN (
    SELECT a.relid FROM pg_catalog.pg_partition_ancestors(i.indexrelid) AS a
  );
${said.join('\n')}
END
`;
  return { text: `DO ${inDollars(body, 'part')}` };
}

/** How the whole is stored its parts are, too, where they are made with it. */
function statementsOf({ spec }: SchemaObject<IndexMarks>, part: PartMarks, table: string): readonly string[] {
  const { options, statistics = {}, clustered, replicaIdentity, comment, keyComment } = part;
  const index = `'ALTER INDEX ' || part`;
  const changed = options ? changeOptions('', { from: spec.options ?? [], to: options }) : [];
  return [
    ...changed.map((text) => `${index} || ${quoteText(text)}`),
    ...Object.entries(statistics).map(([at, target]) => `${index} || ' ALTER COLUMN ${at} SET STATISTICS ${target}'`),
    ...(clustered ? [`${quoteText(`ALTER TABLE ${table} CLUSTER ON `)} || name`] : []),
    ...(replicaIdentity ? [`${quoteText(`ALTER TABLE ${table} REPLICA IDENTITY USING INDEX `)} || name`] : []),
    ...(comment === undefined ? [] : [`'COMMENT ON INDEX ' || part || ${quoteText(` IS ${quoteText(comment)}`)}`]),
    ...(keyComment === undefined
      ? []
      : [`'COMMENT ON CONSTRAINT ' || name || ${quoteText(` ON ${table} IS ${quoteText(keyComment)}`)}`]),
  ];
}

/** The index that is somebody's, and of which a partition's is a part, directly or not. */
function wholeOf(row: IndexRow, catalogue: ServerCatalogue): IndexRow | undefined {
  if (!row.attached || isOfLoose(row, catalogue)) return undefined;
  const [above] = catalogue.where(indexes, 'oid', row.partOf);
  return above && (wholeOf(above, catalogue) ?? above);
}

function marksOf(row: IndexRow, whole: IndexRow, catalogue: ServerCatalogue): Omit<PartMarks, 'table'> {
  const { options: _, ...marks } = readMarks(row);
  const [own, above] = [row, whole].map(({ options }) => [...(options ?? [])].sort());
  const commentOf = (of: string, oid: number) =>
    catalogue.where(comments, 'oid', oid).find((each) => each.catalogue === of && each.column === 0)?.text;
  const comment = commentOf('pg_class', row.oid);
  const [key] = row.constraint === 0 ? [] : catalogue.where(constraints, 'oid', row.constraint);
  const keyComment = key && commentOf('pg_constraint', key.oid);
  return {
    // The server says none of an index of a partitioned table.
    ...(!row.partitioned && own && !equalJson(own, above ?? []) && { options: own }),
    ...marks,
    ...(comment !== undefined && { comment }),
    ...(keyComment !== undefined && { keyComment }),
  };
}
