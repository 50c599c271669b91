import { address, byCodeUnit, type DocumentKind } from '@sync/core';
import type { ViewSpec } from '../kinds/view-kind.js';
import { quoteName } from '../names.js';
import { keyColumns } from '../read/columns.js';
import { tableAddress } from '../types.js';
import { nonEmpty, required, soleObjectDocument } from './frame.js';
import { readKey, writtenKey } from './key.js';
import { readProperties, writtenProperties } from './properties.js';

const fields = ['table', 'columns', 'where', 'primaryKey', 'clusteringOrder', 'properties'] as const;

/** Documents of materialized views. */
export const viewDocument: DocumentKind = soleObjectDocument<ViewSpec, (typeof fields)[number]>({
  document: 'View',
  kind: 'materialized-view',
  fields,
  address: (name) => address('materialized-view', name),
  read({ name, section, sectionNode }) {
    const base = nonEmpty(required(section.table, sectionNode, 'table'), 'the table');
    const key = readKey(required(section.primaryKey, sectionNode, 'primaryKey'), section.clusteringOrder, { name });
    const columns = section.columns?.items().map((item) => nonEmpty(item, 'the column'));
    const { properties, warnings } = readProperties(section.properties);
    const spec: ViewSpec = {
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
    };
    return { spec, needs: [tableAddress(base)], warnings };
  },
  write(spec) {
    const properties = writtenProperties(spec.properties);
    return {
      table: spec.base,
      ...(spec.columns && { columns: [...spec.columns] }),
      where: spec.where,
      ...writtenKey(spec),
      ...(Object.keys(properties).length > 0 && { properties }),
    };
  },
});
