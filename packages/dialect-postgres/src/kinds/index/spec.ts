import type { Address, SchemaObject } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { qualifiedAt } from '../../text/qualified.js';
import { withOptions } from '../../text/with-clause.js';
import type { IndexMarks } from './marks.js';
import type { IndexLayout } from './part-addresses.js';

/** An index that is no constraint's. */
export interface IndexSpec extends IndexMarks {
  readonly unique: boolean;
  /** From USING on, as the server prints it, without storage parameters. */
  readonly definition: string;
  /** Of a partitioned table alone (ON ONLY), without parts in all of its partitions yet. */
  readonly only?: true;
  /** The index of such a sort that it is a part of. */
  readonly partOf?: Address;
}

/** Whether an index is one of a partitioned table, of which the server changes nothing in place. */
export function isPartitioned({ layout }: SchemaObject): boolean {
  return (layout as IndexLayout | undefined)?.partitioned === true;
}

/** CREATE INDEX. */
export function printIndex(index: SchemaObject<IndexSpec>, how = ''): string {
  const { unique, definition, options, only } = index.spec;
  const table = `${only ? 'ONLY ' : ''}${qualifiedAt(index.parent as Address)}`;
  return `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${how}${quoteName(index.name)} ON ${table} ${withOptions(definition, options)}`;
}
