import type { SchemaObject } from '@sync/core';
import { quoteName } from '../../text/names.js';
import type { VirtualTableSpec } from './spec.js';

/** The CREATE VIRTUAL TABLE statement; the arguments as they were written where that is known. */
export function printVirtualTable(table: SchemaObject<VirtualTableSpec>): string {
  const { module, arguments: normalised } = table.spec;
  const written = (table.layout as { readonly arguments?: string } | undefined)?.arguments;
  const list = written ?? normalised.join(', ');
  return `CREATE VIRTUAL TABLE ${quoteName(table.name)} USING ${quoteName(module)}${list && `(${list})`}`;
}
