import type { Statement } from '@sync/core';
import type { Flavour } from '../flavour.js';
import type { CopiedKeys } from '../online/copy-keys.js';
import { copyNames } from '../online/copy-names.js';
import type { AskedRight } from './asked-rights.js';
import { lacksAmong } from './missing-rights.js';

/**
 * What an account lacks that is to copy a table beside those who write to it: what others write to the copy, they write with its rights. To run the procedure that it made,
 * and to drop it, the server lets it by itself.
 */
export function missingForCopy(table: string, keys: CopiedKeys, { needsReferences }: Flavour): Statement {
  const title = `the copy of table ${table}`;
  const { copy } = copyNames(table);
  const on = (at: string, ...privileges: readonly string[]) =>
    privileges.map((privilege): AskedRight => ({ privilege, table: at, title }));
  const toCome = (...privileges: readonly string[]) =>
    on(copy, ...privileges).map((right) => ({ ...right, isToCome: true as const }));
  const targets = [...keys.numbered, ...keys.named].flatMap((key) => (key.database === undefined ? [key.table] : []));
  return lacksAmong([
    ...on(table, 'SELECT', 'UPDATE', 'TRIGGER', 'ALTER', 'DROP'),
    ...toCome('CREATE', 'SELECT', 'INSERT', 'UPDATE', 'DELETE', 'ALTER', 'DROP'),
    { privilege: 'CREATE ROUTINE', title },
    ...[...new Set(keys.from.map((each) => each.table))].flatMap((child) => on(child, 'ALTER')),
    ...(needsReferences
      ? [
          ...[...new Set(targets)].flatMap((target) => on(target, 'REFERENCES')),
          ...(keys.from.length + keys.within.length > 0 ? toCome('REFERENCES') : []),
        ]
      : []),
  ]);
}
