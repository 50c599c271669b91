import type { DescribedPart, Description } from '../../contract/description.js';
import type { Driver } from '../../contract/driver.js';
import type { Relation } from '../../contract/relation.js';
import type { SchemaObject } from '../../model/object.js';
import type { Paint } from '../paint.js';
import { visible, visibleText } from '../visible.js';

/** An object as its kind describes it, else as far as a relation tells. */
export function descriptionOf(object: SchemaObject, parent: SchemaObject | undefined, driver: Driver): Description {
  const kindOf = (each: SchemaObject) => driver.kinds.find(({ kind }) => kind === each.kind);
  const kind = kindOf(object);
  if (kind?.describe) return kind.describe(object, parent);
  const relation = kind?.relation?.(object);
  if (relation) return ofRelation(relation);
  const fold = (name: string) => driver.dialect.fold(name);
  const listed = parent && kindOf(parent)?.relation?.(parent);
  const index = listed?.indexes.find(({ name }) => fold(name) === fold(object.name));
  return index ? { head: `${index.unique ? 'unique ' : ''}(${index.columns.join(', ')})` } : {};
}

function ofRelation({ columns, primaryKey, foreignKeys }: Relation): Description {
  const keys = foreignKeys.map(
    ({ name, columns: own, references, onDelete, onUpdate }): DescribedPart => ({
      type: 'foreign key',
      text: [
        `(${own.join(', ')}) → ${references.table} (${references.columns.join(', ')})`,
        ...(onDelete === undefined ? [] : [`on delete ${onDelete.toLowerCase()}`]),
        ...(onUpdate === undefined ? [] : [`on update ${onUpdate.toLowerCase()}`]),
      ].join(' '),
      ...(name !== undefined && { name }),
    }),
  );
  return {
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type,
      facts: [
        ...(column.nullable ? [] : ['not null']),
        ...(column.default === undefined ? [] : [`default ${column.default}`]),
        ...(column.generated === undefined ? [] : [`generated as (${column.generated})`]),
      ],
    })),
    parts: [
      ...(primaryKey
        ? [
            {
              type: 'primary key',
              text: `(${primaryKey.columns.join(', ')})`,
              ...(primaryKey.name !== undefined && { name: primaryKey.name }),
            },
          ]
        : []),
      ...keys,
    ],
  };
}

/** The cells of the lines of columns. */
export function columnCells({ columns = [] }: Description, paint: Paint): readonly (readonly string[])[] {
  return columns.map(({ name, type, facts }) => [visible(name), paint.yellow(visible(type)), visible(facts.join(' '))]);
}

/** The cells of the line of a part: what it is, and what it says with its name. */
export function partCells({ type, text, name }: DescribedPart, paint: Paint): readonly string[] {
  const named = name === undefined ? '' : ` ${paint.dim(`constraint ${visible(name)}`)}`;
  return [paint.dim(visible(type)), `${indented(text)}${named}`];
}

/** What defines an object, below its line. */
export function bodyLines({ body }: Description, paint: Paint): readonly string[] {
  return body === undefined ? [] : lines(body).map((line) => `    ${paint.dim(line)}`);
}

/** A text of several lines as a cell: those that follow stand under the first as they were written. */
function indented(text: string): string {
  return lines(text).join('\n    ');
}

/** Lines without the indentation that all but the first of them share. */
function lines(text: string): readonly string[] {
  const [first = '', ...more] = visibleText(text).trim().split('\n');
  const shared = Math.min(...more.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length));
  return [first, ...more.map((line) => line.slice(Number.isFinite(shared) ? shared : 0).trimEnd())];
}
