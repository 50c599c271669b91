import type { DocumentContent, DocumentKind, DocumentNode } from '@sync/core';
import { postgresKinds } from '../postgres-kinds.js';
import { wordsOf } from '../text/qualified.js';
import type { DocumentAdditions } from './additions.js';
import { readDataType, writeDataTypes } from './data-type.js';
import { readExtension, writeExtensions } from './extension.js';
import type { PostgresEngine } from './frame.js';
import { readFunction, writeFunctions } from './function.js';
import { readTable } from './table.js';
import { readView, writeViews } from './view.js';
import { writeTables } from './write-table.js';

/** The kinds of document for PostgreSQL's dialect, read from and written to the section of one engine, whose objects are of these kinds. */
export function postgresDocuments(
  engine: PostgresEngine,
  kinds = postgresKinds(),
  additions: DocumentAdditions = {},
): readonly DocumentKind[] {
  const known = new Set(kinds.map(({ kind }) => kind));
  return documentsFor(engine, additions).map((document) => ({
    ...document,
    read: (spec) => refuseUnknown(document.read(spec), spec, known),
  }));
}

function refuseUnknown(content: DocumentContent, spec: DocumentNode, known: ReadonlySet<string>): DocumentContent {
  const unknown = content.objects.find(({ kind }) => !known.has(kind));
  if (!unknown) return content;
  return spec.fail(`a ${wordsOf(unknown.kind)} is declared, which is not covered yet`, 'Take it out of the document.');
}

function documentsFor(engine: PostgresEngine, additions: DocumentAdditions): readonly DocumentKind[] {
  return [
    {
      document: 'Table',
      read: (spec) => readTable(spec, engine, additions),
      write: (catalogue) => writeTables(catalogue, engine),
    },
    {
      document: 'View',
      read: (spec) => additions.readView?.(spec) ?? readView(spec, engine),
      write: (catalogue) => writeViews(catalogue, engine),
    },
    {
      document: 'Function',
      read: (spec) => readFunction(spec, engine),
      write: (catalogue) => writeFunctions(catalogue, engine),
    },
    {
      document: 'DatabaseExtension',
      read: (spec) => readExtension(spec, engine),
      write: (catalogue) => writeExtensions(catalogue, engine),
    },
    {
      document: 'DataType',
      read: (spec) => readDataType(spec, engine),
      write: (catalogue) => writeDataTypes(catalogue, engine),
    },
  ];
}
