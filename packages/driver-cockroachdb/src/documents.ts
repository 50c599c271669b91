import { type Catalogue, createCatalogue, type DocumentKind, type SchemaObject, schemaObject } from '@sync/core';
import { postgresDocuments } from '@sync/dialect-postgres';
import { cockroachKinds } from './cockroach-kinds.js';
import { type ConstraintSpec, type IndexSpec, leftAsFound, type TableSpec } from './read/specs.js';
import { Cursor } from './text/cursor.js';

/** PostgreSQL's documents, read from the section `cockroachdb`. What they have no words for is not written into one with a part of it missing: it is told as uncovered. */
export const cockroachDocuments: readonly DocumentKind[] = postgresDocuments('cockroachdb', cockroachKinds).map(
  (document) => ({ ...document, write: (catalogue) => document.write(inTheirWords(catalogue)) }),
);

/** The same catalogue as documents say it, without what they cannot say. */
function inTheirWords(catalogue: Catalogue): Catalogue {
  const objects = [...catalogue];
  const unsaid = new Set(objects.filter((object) => object.kind === 'table' && !isSayable(object)).map(keyOf));
  return createCatalogue(
    objects.flatMap((object) => {
      if (unsaid.has(object.address) || (object.parent !== undefined && unsaid.has(object.parent))) return [];
      if (object.kind === 'index') return indexInTheirWords(object as SchemaObject<IndexSpec>);
      if (object.kind === 'postgres/constraint') return keyInTheirWords(object as SchemaObject<ConstraintSpec>);
      return [object];
    }),
  );
}

function keyOf({ address }: SchemaObject): SchemaObject['address'] {
  return address;
}

/** What PostgreSQL's tables have not at all (families, ON UPDATE, hidden columns) their writer refuses itself. */
function isSayable(table: SchemaObject): boolean {
  const { columns, options } = table.spec as TableSpec;
  const isPlain = columns.every(({ identity, type }) => !identity && !type.includes(' COLLATE '));
  const isPlaced = Object.keys(table.extras).some((handle) => handle !== leftAsFound.locked);
  return isPlain && !isPlaced && options === undefined;
}

function keyInTheirWords(object: SchemaObject<ConstraintSpec>): readonly SchemaObject[] {
  if (object.spec.type === 'unique') return [];
  if (object.spec.type !== 'primary key') return [object];
  const cursor = new Cursor(object.spec.definition);
  cursor.requires('PRIMARY', 'KEY');
  const terms = termsOf(cursor);
  if (!terms || !cursor.isAtEnd || terms.some((term) => term.includes(' '))) return [];
  return [schemaObject({ ...object, spec: { ...object.spec, definition: `PRIMARY KEY (${terms.join(', ')})` } })];
}

function indexInTheirWords(index: SchemaObject<IndexSpec>): readonly SchemaObject[] {
  const { unique, method, definition, hidden } = index.spec;
  if (hidden || method !== undefined) return [];
  const cursor = new Cursor(definition);
  const terms = termsOf(cursor);
  if (!terms) return [];
  const storing = cursor.takes('STORING') ? ` INCLUDE (${cursor.inParentheses()})` : '';
  const rest = cursor.rest();
  if (rest !== '' && !rest.startsWith('WHERE ')) return [];
  const said = `USING btree (${terms.join(', ')})${storing}${rest === '' ? '' : ` ${rest}`}`;
  return [schemaObject({ ...index, spec: { unique, definition: said } })];
}

/** The columns of a list; ASC goes without saying. Undefined where there is an expression among them. */
function termsOf(cursor: Cursor): readonly string[] | undefined {
  const parts = cursor.list();
  if (parts.some((part) => part.includes('('))) return undefined;
  return parts.map((part) => part.replace(/ ASC$/, ''));
}
