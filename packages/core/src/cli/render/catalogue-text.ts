import type { Driver } from '../../contract/driver.js';
import type { Relation } from '../../contract/relation.js';
import type { Catalogue } from '../../model/catalogue.js';
import { canonicalJson } from '../../model/json.js';
import type { SchemaObject } from '../../model/object.js';
import { align, type Paint } from '../paint.js';
import { visible } from '../visible.js';
import { counted, titleOf } from './titles.js';

/** A catalogue as people read it: relations with their columns, what belongs to them below, then everything else. */
export function catalogueText(catalogue: Catalogue, driver: Driver, paint: Paint): string {
  if (catalogue.size === 0) return paint.dim('nothing');
  const roots = [...catalogue].filter((object) => !object.parent || !catalogue.has(object.parent));
  const blocks = roots.map((object) => objectText(object, catalogue, driver, paint));
  return [...blocks, censusText(catalogue, driver, paint)].join('\n\n');
}

/** `4 objects: 2 tables, 1 index, 1 view`. */
export function censusText(catalogue: Catalogue, driver: Driver, paint: Paint): string {
  const counts = new Map<string, number>();
  for (const object of catalogue) counts.set(object.kind, (counts.get(object.kind) ?? 0) + 1);
  const parts = driver.kinds.flatMap(({ kind }) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [counted(count, titleOf(kind, driver))];
  });
  return `${paint.bold(counted(catalogue.size, 'object'))}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

function objectText(object: SchemaObject, catalogue: Catalogue, driver: Driver, paint: Paint): string {
  const relation = relationOf(object, driver);
  const head = `${paint.cyan(titleOf(object.kind, driver))} ${paint.bold(visible(object.name))}${extrasText(object, paint)}`;
  const children = catalogue
    .children(object.address)
    .map(
      (child) =>
        `  ${paint.cyan(titleOf(child.kind, driver))} ${visible(child.name)}${childText(child, relation, driver, paint)}`,
    );
  return [head, ...(relation ? relationLines(relation, paint).map((line) => `  ${line}`) : []), ...children].join('\n');
}

function relationLines(relation: Relation, paint: Paint): readonly string[] {
  const columns = align(
    relation.columns.map((column) => [
      visible(column.name),
      paint.yellow(visible(column.type)),
      [
        ...(column.nullable ? [] : ['not null']),
        ...(column.default === undefined ? [] : [`default ${visible(column.default)}`]),
        ...(column.generated === undefined ? [] : [`generated as (${visible(column.generated)})`]),
      ].join(' '),
    ]),
  );
  const key = relation.primaryKey ? [`${paint.dim('primary key')} (${names(relation.primaryKey.columns)})`] : [];
  const references = relation.foreignKeys.map(({ columns: own, references: other, onDelete, onUpdate }) =>
    [
      `${paint.dim('foreign key')} (${names(own)}) → ${visible(other.table)} (${names(other.columns)})`,
      ...(onDelete === undefined ? [] : [`on delete ${onDelete.toLowerCase()}`]),
      ...(onUpdate === undefined ? [] : [`on update ${onUpdate.toLowerCase()}`]),
    ].join(' '),
  );
  return [...columns, ...key, ...references];
}

/** An index shows its columns; what no relation tells of shows its name alone. */
function childText(child: SchemaObject, relation: Relation | undefined, driver: Driver, paint: Paint): string {
  const index = relation?.indexes.find(({ name }) => driver.dialect.fold(name) === driver.dialect.fold(child.name));
  if (!index) return extrasText(child, paint);
  return ` ${paint.dim(`${index.unique ? 'unique ' : ''}(${names(index.columns)})`)}`;
}

function extrasText({ extras }: SchemaObject, paint: Paint): string {
  const shown = Object.entries(extras).map(([id, value]) => {
    const name = id.slice(id.indexOf('/') + 1);
    return value === true ? name : `${name} ${typeof value === 'string' ? value : canonicalJson(value)}`;
  });
  return shown.length === 0 ? '' : ` ${paint.dim(visible(shown.join(', ')))}`;
}

function names(list: readonly string[]): string {
  return list.map(visible).join(', ');
}

function relationOf(object: SchemaObject, driver: Driver): Relation | undefined {
  return driver.kinds.find((kind) => kind.kind === object.kind)?.relation?.(object);
}
