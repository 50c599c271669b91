import type { DocumentKind } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { readTable } from './table.js';
import { readView, writeViews } from './view.js';
import { writeTables } from './write-table.js';

/** The kinds of document for a server of the family. */
export function mysqlDocuments(flavour: Flavour): readonly DocumentKind[] {
  return [
    {
      document: 'Table',
      read: (spec) => readTable(spec, flavour),
      write: (catalogue) => writeTables(catalogue, flavour),
    },
    {
      document: 'View',
      read: (spec) => readView(spec, flavour),
      write: (catalogue) => writeViews(catalogue, flavour),
    },
  ];
}
