import type { Description } from '../../contract/description.js';
import type { Driver } from '../../contract/driver.js';
import { titleOf } from '../../diff/kinds.js';
import { shownName } from '../../inspect/shown-name.js';
import type { Catalogue } from '../../model/catalogue.js';
import { counted } from '../../model/counted.js';
import { canonicalJson } from '../../model/json.js';
import type { SchemaObject } from '../../model/object.js';
import { alignFolded, foldLine } from '../fold.js';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';
import { bodyLines, columnCells, descriptionOf, partCells } from './description-text.js';

/** A catalogue as people read it: each object with its columns and constraints, and what belongs to it below. */
export function catalogueText(
  catalogue: Catalogue,
  driver: Driver,
  paint: Paint,
  columns = Number.POSITIVE_INFINITY,
): string {
  if (catalogue.size === 0) return paint.dim('nothing');
  const roots = [...catalogue].filter((object) => !object.parent || !catalogue.has(object.parent));
  const blocks = roots.map((object) => objectText(object, catalogue, { driver, paint, columns }));
  return [...blocks, foldLine(censusText(catalogue, driver, paint), columns)].join('\n\n');
}

interface View {
  readonly driver: Driver;
  readonly paint: Paint;
  /** The width of the terminal. */
  readonly columns: number;
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

function objectText(object: SchemaObject, catalogue: Catalogue, { driver, paint, columns }: View): string {
  const description = descriptionOf(object, undefined, driver);
  const behind = headText(object, description, paint);
  const children = catalogue.children(object.address).map((child) => ({
    child,
    description: descriptionOf(child, object, driver),
  }));
  const cells = [
    ...(description.parts ?? []).map((part) => partCells(part, paint)),
    ...children.map(({ child, description: own }) => [
      paint.cyan(titleOf(child.kind, driver)),
      visible(child.name),
      headText(child, own, paint),
    ]),
  ];
  const rows = alignFolded(cells, columns, indentation);
  const own = description.parts?.length ?? 0;
  return [
    foldLine(
      `${paint.cyan(titleOf(object.kind, driver))} ${[paint.bold(visible(shownName(object, driver))), behind].filter(Boolean).join(' ')}`,
      columns,
    ),
    ...alignFolded(columnCells(description, paint), columns, indentation),
    ...rows.flatMap((row, i) => [row, ...bodyLines(children[i - own]?.description ?? {}, paint)]),
    ...bodyLines(description, paint),
  ].join('\n');
}

const indentation = '  ';

function headText(object: SchemaObject, { head }: Description, paint: Paint): string {
  return [extrasText(object, paint), paint.dim(visible(head ?? ''))].filter(Boolean).join(' ');
}

function extrasText({ extras }: SchemaObject, paint: Paint): string {
  const shown = Object.entries(extras).map(([id, value]) => {
    const name = id.slice(id.indexOf('/') + 1);
    return value === true ? name : `${name} ${typeof value === 'string' ? value : canonicalJson(value)}`;
  });
  return paint.dim(visible(shown.join(', ')));
}
