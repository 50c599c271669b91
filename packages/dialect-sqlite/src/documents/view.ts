import {
  address,
  type Catalogue,
  type DocumentContent,
  type DocumentNode,
  type Json,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { ViewSpec } from '../kinds/view/spec.js';
import { textOf, viewSpec } from '../kinds/view-kind.js';
import { isWord, meaningful } from '../text/cursor.js';
import { foldName } from '../text/names.js';
import { readObject, renameOf, required, type SqliteEngine } from './engine.js';
import { expressionIn } from './expression.js';
import { readNames } from './key-part.js';
import type { WrittenObject } from './written.js';

/** Reads a View document. */
export function readView(spec: DocumentNode, engine: SqliteEngine): DocumentContent {
  const { name, section, sectionNode, isDeleted, renamedFrom } = readObject(spec, engine, [
    'query',
    'columns',
    'isContinuousAggregate',
    'withNoData',
  ]);
  if (isDeleted) return { objects: [], deleted: [[name]] };
  for (const field of [section.isContinuousAggregate, section.withNoData]) {
    if (field?.boolean()) field.fail('SQLite has plain views only');
  }
  const node = required(section.query, sectionNode, 'query');
  const query = withoutTerminator(node.text());
  const tokens = meaningful(query);
  const starts = ['SELECT', 'WITH', 'VALUES'].some((word) => isWord(tokens[0], word));
  if (!starts) node.fail('a query begins with SELECT, WITH or VALUES');
  expressionIn(node, 'the query', query);
  const columns = section.columns && readNames(section.columns);
  const view: SchemaObject<ViewSpec> = schemaObject({
    kind: 'view',
    address: address('view', foldName(name)),
    name,
    spec: viewSpec(tokens, query, columns),
    layout: { select: textOf(tokens, query) } satisfies Json,
  });
  return { objects: [view], renames: renameOf(name, renamedFrom) };
}

/** Writes the views of a catalogue. */
export function writeViews(catalogue: Catalogue, engine: SqliteEngine): readonly WrittenObject[] {
  return [...catalogue]
    .filter((object): object is SchemaObject<ViewSpec> => object.kind === 'view')
    .map((view) => {
      const { columns, select } = view.spec;
      const written = (view.layout as { readonly select?: string } | undefined)?.select;
      const section = { ...(columns && { columns }), query: written ?? select };
      return { name: view.name, spec: { name: view.name, schema: { [engine]: section } }, covers: [view] };
    });
}

/** People end a query with a semicolon. */
function withoutTerminator(text: string): string {
  return text
    .trim()
    .replace(/(?:;\s*)+$/, '')
    .trimEnd();
}
