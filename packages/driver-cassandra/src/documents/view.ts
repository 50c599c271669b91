import {
  address,
  byCodeUnit,
  type DocumentContent,
  type DocumentKind,
  type DocumentNode,
  type Json,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { ViewSpec } from '../kinds/view-kind.js';
import { quoteName } from '../names.js';
import { keyColumns } from '../read/columns.js';
import { tableAddress } from '../types.js';
import { nonEmpty, readFrame, required } from './frame.js';
import { readKey, writtenKey } from './key.js';
import { readProperties, writtenProperties } from './properties.js';

/** Documents of materialized views. */
export const viewDocument: DocumentKind = {
  document: 'View',
  read: readView,
  write: (catalogue) =>
    [...catalogue].flatMap((object) => {
      if (object.kind !== 'materialized-view') return [];
      const { name, spec } = object as SchemaObject<ViewSpec>;
      const properties = writtenProperties(spec.properties);
      const section: { readonly [field: string]: Json } = {
        table: spec.base,
        ...(spec.columns && { columns: [...spec.columns] }),
        where: spec.where,
        ...writtenKey(spec),
        ...(Object.keys(properties).length > 0 && { properties }),
      };
      return [{ name, spec: { name, schema: { cassandra: section } }, covers: [object] }];
    }),
};

function readView(spec: DocumentNode): DocumentContent {
  const fields = ['table', 'columns', 'where', 'primaryKey', 'clusteringOrder', 'properties'] as const;
  const { name, section, sectionNode, isDeleted, renames } = readFrame(spec, fields);
  if (isDeleted) return { objects: [], deleted: [[name]] };
  const base = nonEmpty(required(section.table, sectionNode, 'table'), 'the table');
  const key = readKey(required(section.primaryKey, sectionNode, 'primaryKey'), section.clusteringOrder, { name });
  const columns = section.columns?.items().map((item) => nonEmpty(item, 'the column'));
  const { properties, warnings } = readProperties(section.properties);
  const object: SchemaObject<ViewSpec> = schemaObject({
    kind: 'materialized-view',
    address: address('materialized-view', name),
    name,
    spec: {
      base,
      ...(columns && { columns: [...new Set([...columns, ...keyColumns(key)])].sort(byCodeUnit) }),
      ...key,
      // No column of its key may be null, which Cassandra wants to hear of each.
      where: section.where
        ? nonEmpty(section.where, 'the condition')
        : keyColumns(key)
            .map((column) => `${quoteName(column)} IS NOT NULL`)
            .join(' AND '),
      properties,
    },
    needs: [tableAddress(base)],
  });
  return { objects: [object], renames, warnings };
}
