import { type Address, append, type Json, type SchemaObject, type Statement } from '@sync/core';
import { type CommentRow, comments } from '../read/parts/comments.js';
import { type ConstraintRow, constraints } from '../read/parts/constraints.js';
import { relations } from '../read/parts/relations.js';
import type { ServerCatalogue } from '../read/server-catalogue.js';
import { inDollars } from '../text/dollar-quotes.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { qualifiedAt } from '../text/qualified.js';

/** What somebody wrote about what a table has of a check, a foreign key or a trigger of a table above it, and not about the whole. */
export interface PartComment {
  readonly table: Address;
  readonly comment: string;
}

/** What is written about such parts, by what they are parts of. */
export function readPartComments(catalogue: ServerCatalogue): ReadonlyMap<Address, readonly Json[]> {
  const found = new Map<Address, Json[]>();
  for (const row of catalogue.rows(comments)) {
    const part = row.along === null ? undefined : partOf(row, catalogue);
    const table = part && catalogue.addressOf('pg_class', part.relation);
    if (table === undefined) continue;
    for (const whole of new Set(part?.wholes)) append(found, whole, { table, comment: row.text });
  }
  return found;
}

/** What was written about the parts of a check, a foreign key or a trigger. */
export function partCommentsOf({ layout }: SchemaObject): readonly PartComment[] {
  return (layout as { readonly commentedParts?: readonly PartComment[] } | undefined)?.commentedParts ?? [];
}

/** What says that those below have no part of it. */
const apart: Readonly<Record<string, RegExp>> = {
  check: / NO INHERIT(?: NOT ENFORCED)?$/,
  trigger: /\bFOR EACH STATEMENT /,
};

/** Whether the tables below have a part of it. */
export function hasParts({ kind, spec }: SchemaObject): boolean {
  const { type, definition, action } = spec as Readonly<Record<string, string | undefined>>;
  return kind === 'postgres/trigger'
    ? !apart.trigger?.test(action ?? '')
    : type !== 'check' || !apart.check?.test(definition ?? '');
}

/** Writes it about a part that is there. One of a foreign key is called as the whole is unless that name was taken. */
export function printPartComment(whole: SchemaObject, { table, comment }: PartComment): Statement {
  const on = `ON ${qualifiedAt(table)} IS ${quoteText(comment)}`;
  if (whole.kind === 'postgres/trigger') return { text: `COMMENT ON TRIGGER ${quoteName(whole.name)} ${on}` };
  const { type } = whole.spec as { readonly type?: string };
  if (type !== 'foreign key') return { text: `COMMENT ON CONSTRAINT ${quoteName(whole.name)} ${on}` };
  return asPartIsCalled(whole, table, `${quoteText('COMMENT ON CONSTRAINT ')} || name || ${quoteText(` ${on}`)}`);
}

/** With what the part that a table has of a foreign key is called, which only the server knows. It has others where the other table is partitioned. */
function asPartIsCalled(whole: SchemaObject, table: Address, text: string): Statement {
  const body = `
DECLARE
  name text;
BEGIN
  WITH RECURSIVE parts AS (
    SELECT k.oid, k.conrelid, k.confrelid, k.conname
    FROM pg_catalog.pg_constraint k
    WHERE k.conrelid = ${quoteText(qualifiedAt(whole.parent as Address))}::pg_catalog.regclass AND k.conname = ${quoteText(whole.name)}
    UNION ALL
    SELECT k.oid, k.conrelid, k.confrelid, k.conname
    FROM pg_catalog.pg_constraint k
    JOIN parts p ON k.conparentid = p.oid AND k.confrelid = p.confrelid
  )
  SELECT pg_catalog.quote_ident(p.conname) INTO STRICT name
  FROM parts p
  WHERE p.conrelid = ${quoteText(qualifiedAt(table))}::pg_catalog.regclass;
  EXECUTE ${text};
END
`;
  return { text: `DO ${inDollars(body, 'part')}` };
}

interface Part {
  readonly relation: number;
  readonly wholes: readonly Address[];
}

function partOf({ catalogue: of, oid, trigger }: CommentRow, catalogue: ServerCatalogue): Part | undefined {
  if (trigger) {
    const [relation, above] = trigger;
    const whole = catalogue.addressOf('pg_trigger', above);
    return whole === undefined ? undefined : { relation, wholes: [whole] };
  }
  const [row] = of === 'pg_constraint' ? catalogue.where(constraints, 'oid', oid) : [];
  if (row?.type === 'c') return { relation: row.relation, wholes: checksAbove(row, row.relation, catalogue) };
  const whole = row?.type === 'f' ? catalogue.addressOf('pg_constraint', oid) : undefined;
  return row && whole !== undefined ? { relation: row.relation, wholes: [whole] } : undefined;
}

/** The checks that a table has this one from: called as it is, wherever they are. */
function checksAbove({ name }: ConstraintRow, below: number, catalogue: ServerCatalogue): readonly Address[] {
  const parents = catalogue.where(relations, 'oid', below).flatMap((each) => each.parents);
  return parents.flatMap((parent) => {
    const above = catalogue.where(constraints, 'relation', parent).find((each) => each.name === name);
    if (above?.type !== 'c') return [];
    const own = above.inherited ? undefined : catalogue.addressOf('pg_constraint', above.oid);
    return own === undefined ? checksAbove(above, parent, catalogue) : [own];
  });
}
