import { grouped } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { copyNames, isScaffold, isUnchecked, keyOfAside } from '../../online/copy-names.js';
import type { ServerCatalogue } from '../../read/read-catalogue.js';
import type { ForeignKeySpec } from './spec.js';

/** The foreign keys of a table, each as it is where no run was stopped while it copied a table that the key has to do with. */
export function readForeignKeys(
  table: string,
  catalogue: ServerCatalogue,
  flavour: Flavour,
): readonly ForeignKeySpec[] {
  // To InnoDB the two are one: https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html
  const action = (rule: string) => (rule === 'RESTRICT' || rule === 'NO ACTION' ? flavour.usualAction : rule);
  const columns = grouped(catalogue.where('foreignKeyColumns', 'table', table), ({ name }) => name);
  const keys = catalogue.where('foreignKeys', 'table', table).filter(({ name }) => !isUnchecked(name));
  const copied = tablesByCopy(
    keys.map(({ target }) => target),
    catalogue,
  );
  return keys.map(({ name, database, target, onUpdate, onDelete }) => ({
    name: keyOfAside(name) ?? name,
    columns: (columns.get(name) ?? []).map(({ column }) => column),
    ...(database !== catalogue.database.name && { database }),
    table: copied.get(target) ?? target,
    references: (columns.get(name) ?? []).map((each) => each.target),
    onDelete: action(onDelete),
    onUpdate: action(onUpdate),
  }));
}

/** The tables that are copied, by what their copies are called; looked for only where a foreign key leads to one. */
function tablesByCopy(targets: readonly string[], catalogue: ServerCatalogue): ReadonlyMap<string, string> {
  if (!targets.some(isScaffold)) return new Map();
  return new Map(
    catalogue.rows('tables').flatMap(({ name }) => (isScaffold(name) ? [] : [[copyNames(name).copy, name] as const])),
  );
}
