import { address, type DocumentNode, type RenameHint, type SchemaObject, schemaObject } from '@sync/core';
import { buildIndex } from '../kinds/index/build.js';
import type { IndexSpec } from '../kinds/index/spec.js';
import { tableAddress } from '../kinds/table/build.js';
import { soleName } from '../read/clauses.js';
import type { RawTable } from '../read/raw-table.js';
import { foldName } from '../text/names.js';
import { renameOf, required } from './engine.js';
import { expressionIn } from './expression.js';
import { readKeyParts } from './key-part.js';

/** An index of a Table document. */
export interface ReadIndex {
  readonly object: SchemaObject<IndexSpec>;
  /** The columns that a row can be told by, where the index is unique and whole. */
  readonly key?: readonly string[];
  readonly warnings: readonly { readonly at: string; readonly message: string }[];
  readonly renames: readonly RenameHint[];
}

/** Reads an entry of `indexes`; one without a name gets `idx_<table>_<columns>`. */
export function readIndex(node: DocumentNode, table: RawTable): ReadIndex {
  const fields = node.fields(['columns', 'name', 'isUnique', 'type', 'with', 'where', 'renamedFrom']);
  const names = new Map(table.columns.map((column) => [foldName(column.name), column.name]));
  const listed = required(fields.columns, node, 'columns');
  const parts = readKeyParts(listed, 'expressions');
  const keys = parts.map((part, i) => {
    const written = soleName(part.tokens);
    if (written === undefined) return undefined;
    return names.get(foldName(written)) ?? (listed.items()[i] ?? listed).fail(`${table.name} has no column ${written}`);
  });
  const name = fields.name?.text() || defaultIndexName(table.name, keys, node);
  const unique = fields.isUnique?.boolean() ?? false;
  const where = fields.where && expressionIn(fields.where);
  const raw = { unique, parts, ...(where && { where }) };
  const columns = keys.filter((key) => key !== undefined);
  return {
    object: schemaObject({
      kind: 'index',
      address: address('index', foldName(name)),
      name,
      parent: tableAddress(table.name),
      spec: buildIndex(raw, table.name, table),
    }),
    ...(unique && !where && columns.length === keys.length && { key: columns }),
    warnings: [fields.type, fields.with].flatMap((field) => (field ? unused(field) : [])),
    renames: renameOf(name, fields.renamedFrom),
  };
}

/** `idx_<table>_<columns>` */
function defaultIndexName(table: string, columns: readonly (string | undefined)[], node: DocumentNode): string {
  if (columns.includes(undefined)) node.fail('an index of expressions needs a name', 'Write `name:`.');
  return `idx_${table}_${columns.join('_')}`;
}

/** SQLite has one kind of index, without parameters: documents that were written for several engines may say more. */
function unused(field: DocumentNode): ReadIndex['warnings'] {
  const isDefault = typeof field.value === 'string' && /^(?:btree)?$/i.test(field.text().trim());
  return isDefault ? [] : [{ at: field.at, message: 'SQLite has one kind of index, without parameters: left out' }];
}
