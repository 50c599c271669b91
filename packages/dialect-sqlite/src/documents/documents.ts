import type { DocumentKind, SchemaObject } from '@sync/core';
import type { TableSpec } from '../kinds/table/spec.js';
import type { SqliteEngine } from './engine.js';
import { readTable } from './table.js';
import { readTrigger, writeTriggers } from './trigger.js';
import { readView, writeViews } from './view.js';
import { readVirtualTable, writeVirtualTables } from './virtual-table.js';
import { writeTable } from './write-table.js';

/** The kinds of document for SQLite's dialect, read from and written to the section of one engine. */
export function sqliteDocuments(engine: SqliteEngine): readonly DocumentKind[] {
  return [
    {
      document: 'Table',
      read: (spec) => readTable(spec, engine),
      write: (catalogue) =>
        [...catalogue]
          .filter((object): object is SchemaObject<TableSpec> => object.kind === 'table')
          .map((table) => writeTable(table, catalogue, engine)),
    },
    { document: 'View', read: (spec) => readView(spec, engine), write: (catalogue) => writeViews(catalogue, engine) },
    {
      document: 'Trigger',
      read: (spec) => readTrigger(spec, engine),
      write: (catalogue) => writeTriggers(catalogue, engine),
    },
    {
      document: 'VirtualTable',
      read: (spec) => readVirtualTable(spec, engine),
      write: (catalogue) => writeVirtualTables(catalogue, engine),
    },
  ];
}
