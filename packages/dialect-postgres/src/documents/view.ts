import {
  type Address,
  address,
  type Catalogue,
  type DocumentContent,
  type DocumentNode,
  partsOf,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import { columnsInOrder, type TableSpec } from '../kinds/table/spec.js';
import { inOrder } from '../kinds/view/row-calls.js';
import type { ViewSpec } from '../kinds/view/spec.js';
import { commentOf, commentOn } from './comment.js';
import { needsOfPlace, type PostgresEngine, readFrame, required } from './frame.js';
import { readIndex } from './index-entry.js';
import { parametersIn } from './storage-parameters.js';
import { completeText, isWord, meaningful, namesIn } from './text.js';
import { readTrigger } from './trigger-entry.js';
import { writeIndex } from './write-index.js';
import { listed, placed, schemaOfDocument, type WrittenObject, writeParameters } from './written.js';

const fields = [
  ...(['query', 'columns', 'isMaterialized', 'isContinuousAggregate', 'withNoData', 'with'] as const),
  ...(['indexes', 'triggers', 'comment'] as const),
] as const;

/** Reads a View document: a view or materialized view, with its indexes or triggers. */
export function readView(spec: DocumentNode, engine: PostgresEngine): DocumentContent {
  const frame = readFrame(spec, engine, fields);
  const { name, prefix, section, sectionNode } = frame;
  if (frame.isDeleted) return { objects: [], deleted: [[...prefix, name]] };
  if (section.isContinuousAggregate?.boolean())
    section.isContinuousAggregate.fail('continuous aggregates are TimescaleDB’s', 'Leave the field out.');
  const isMaterialized = section.isMaterialized?.boolean() ?? false;
  if (section.indexes && !isMaterialized) section.indexes.fail('only a materialized view has indexes');
  const kind = isMaterialized ? 'postgres/materialized-view' : 'view';
  const own = { name, prefix, address: address(kind, ...prefix, name) };
  const options = section.with && parametersIn(section.with);
  const view: SchemaObject<ViewSpec> = schemaObject({
    kind,
    address: own.address,
    name,
    spec: {
      select: queryIn(required(section.query, sectionNode, 'query')),
      columns: section.columns ? namesIn(section.columns).map((column) => ({ name: column, type: '' })) : [],
      ...(options && { options: [...options].sort() }),
    },
    needs: needsOfPlace(prefix),
    ...(isMaterialized && { layout: { filled: !(section.withNoData?.boolean() ?? false) } }),
  });
  const indexes = (section.indexes?.items() ?? []).map((node) => readIndex(node, own));
  const triggers = (section.triggers?.items() ?? []).map((node) => readTrigger(node, own));
  return {
    objects: [
      view,
      ...indexes.map(({ object }) => object),
      ...triggers.map(({ object }) => object),
      ...commentOf(own.address, section.comment?.text()),
    ],
    implied: frame.implied,
    renames: [...frame.renames, ...[...indexes, ...triggers].flatMap(({ renames }) => renames)],
  };
}

/** People end a query with a semicolon. */
function queryIn(node: DocumentNode): string {
  const query = node
    .text()
    .trim()
    .replace(/(?:;\s*)+$/, '')
    .trimEnd();
  const [first] = meaningful(query);
  if (!['SELECT', 'WITH', 'VALUES', 'TABLE'].some((word) => isWord(first, word)))
    node.fail('a query begins with SELECT, WITH or VALUES');
  return completeText(node, 'the query', query);
}

function isEmpty({ layout }: SchemaObject): boolean {
  return (layout as { readonly filled?: boolean } | undefined)?.filled === false;
}

const known = new Set(['select', 'columns', 'options']);

/** The columns of tables as their documents have them. */
function orderIn(catalogue: Catalogue): (table: Address) => readonly string[] | undefined {
  return (at) => {
    const table = catalogue.get(at) as SchemaObject<TableSpec> | undefined;
    return table && columnsInOrder(table).map(({ name }) => name);
  };
}

/** Writes the views and materialized views of a catalogue. */
export function writeViews(catalogue: Catalogue, engine: PostgresEngine): readonly WrittenObject[] {
  return [...catalogue]
    .filter(
      (object): object is SchemaObject<ViewSpec> =>
        object.kind === 'view' || object.kind === 'postgres/materialized-view',
    )
    .flatMap((view) => {
      const { select, columns, options } = inOrder(view, orderIn(catalogue)).spec;
      const isPlain =
        columns.every((column) => !('default' in column)) && Object.keys(view.spec).every((key) => known.has(key));
      if (!isPlain) return [];
      const comment = commentOn(view, catalogue);
      const isTold = comment.columns === undefined;
      const indexes = catalogue.children(view.address).flatMap((object) => {
        const written = object.kind === 'index' ? writeIndex(object) : undefined;
        return written ? [{ object, written }] : [];
      });
      const isMaterialized = view.kind !== 'view';
      const section = {
        ...placed(view),
        ...(isMaterialized && { isMaterialized: true, ...(isEmpty(view) && { withNoData: true }) }),
        ...(columns.length > 0 && { columns: columns.map((column) => column.name) }),
        query: select.replace(/;\s*$/, '').trim(),
        ...writeParameters(options),
        ...listed(
          'indexes',
          indexes.map(({ written }) => written),
        ),
        ...(isTold && comment.text !== undefined && { comment: comment.text }),
      };
      return [
        {
          name: partsOf(view.address).parts.join('.'),
          spec: { name: view.name, schema: { [engine]: section } },
          covers: [
            view,
            ...schemaOfDocument(view, catalogue),
            ...indexes.map(({ object }) => object),
            ...(isTold ? comment.covers : []),
          ],
        },
      ];
    });
}
