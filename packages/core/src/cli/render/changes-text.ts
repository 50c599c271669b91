import type { Change, Delta, Verb } from '../../contract/change.js';
import type { Description } from '../../contract/description.js';
import type { Driver } from '../../contract/driver.js';
import type { Difference } from '../../diff/difference.js';
import { titleOf } from '../../diff/kinds.js';
import { shownName } from '../../inspect/shown-name.js';
import { type Address, byCodeUnit, partsOf } from '../../model/address.js';
import { grouped } from '../../model/grouped.js';
import { canonicalJson, isRecord, type Json } from '../../model/json.js';
import type { SchemaObject } from '../../model/object.js';
import { tokenize, unquote } from '../../source/sql/tokens.js';
import { alignFolded, foldLine } from '../fold.js';
import { createPaint, type Paint } from '../paint.js';
import { visible } from '../visible.js';
import { columnCells, descriptionOf, partCells } from './description-text.js';

/** How each verb is marked. */
const signs: Readonly<Record<Verb, string>> = { create: '+', drop: '-', alter: '~', rename: '»', replace: '±' };

const plain = createPaint(false);

/** The differences as people read them: grouped by table, one line for each thing that differs. */
export function changesText(
  { changes, base, goal }: Difference,
  driver: Driver,
  paint: Paint,
  columns = Number.POSITIVE_INFINITY,
): string {
  const view = { driver, paint, columns, isInner: false };
  const groups = grouped(changes, (change) => objectOf(change).parent ?? change.address);
  const blocks = [...groups.entries()]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([owner, members]) => {
      const own = members.filter((change) => change.address === owner);
      const inner = members
        .filter((change) => change.address !== owner)
        .sort((a, b) => byCodeUnit(a.address, b.address));
      const head =
        own.length > 0
          ? own.flatMap((change) => changeLines(change, undefined, view))
          : [unchangedHead(owner, goal.get(owner) ?? base.get(owner), driver, paint)];
      return [
        ...head,
        ...inner.flatMap((change) =>
          changeLines(change, goal.get(owner), { ...view, columns: columns - 2, isInner: true }).map(
            (line) => `  ${line}`,
          ),
        ),
      ].join('\n');
    });
  return blocks.join('\n\n');
}

interface View {
  readonly driver: Driver;
  readonly paint: Paint;
  /** The room for a line. */
  readonly columns: number;
  /** Whether it stands under the object that it is in. */
  readonly isInner: boolean;
}

/** A change in one line, for lists: `~ table users`. What stands under the object that it is in needs no more than its name. */
function changeHead(change: Change, { driver, paint, isInner }: View): string {
  const title = titleOf(change.kind, driver);
  const called = (object: SchemaObject) => visible(isInner ? object.name : shownName(object, driver));
  const name = change.verb === 'rename' ? `${called(change.from)} → ${called(change.to)}` : called(objectOf(change));
  return colored(change.verb, paint)(`${signs[change.verb]} ${title} ${paint.bold(name)}`);
}

function changeLines(change: Change, parent: SchemaObject | undefined, view: View): readonly string[] {
  const { driver, paint, columns } = view;
  const head = changeHead(change, view);
  switch (change.verb) {
    case 'create': {
      const description = descriptionOf(change.to, parent, driver);
      const behind = description.head === undefined ? '' : ` ${paint.dim(visible(description.head))}`;
      return [...folded(`${head}${behind}`, columns), ...indent(newLines(description, inside(view)))];
    }
    case 'drop':
    case 'rename':
      return [head];
    case 'replace':
      return [
        ...folded(`${head}  ${paint.dim(`dropped and created again: ${visible(change.because)}`)}`, columns),
        ...indent(deltaLines(replacedDeltas(change.from, change.to), inside(view))),
      ];
    case 'alter':
      return [head, ...indent(deltaLines(change.deltas, inside(view)))];
    default:
      return unknown(change);
  }
}

function unchangedHead(owner: Address, object: SchemaObject | undefined, driver: Driver, paint: Paint): string {
  const { kind, parts } = partsOf(owner);
  return `  ${titleOf(kind, driver)} ${paint.bold(visible(object ? shownName(object, driver) : parts.join('.')))}`;
}

/** What is new, as far as lines can tell it; what defines it at length is for the plan to show. */
function newLines(description: Description, { paint, columns: room }: View): readonly string[] {
  const sign = ([first = '', ...more]: readonly string[]) => [`+ ${first}`, ...more];
  const columns = alignFolded(columnCells(description, plain).map(sign), room);
  const parts = alignFolded(
    (description.parts ?? []).map((part) => sign(partCells(part, plain))),
    room,
  );
  return [...columns, ...parts].flatMap((line) => line.split('\n')).map((line) => paint.green(line));
}

/** What differs in what its kind compares no further: where it is made of parts, the plan shows it. */
function replacedDeltas({ spec: from }: SchemaObject, { spec: to }: SchemaObject): readonly Delta[] {
  if (!isRecord(from) || !isRecord(to)) return [];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((name) => canonicalJson(from[name] ?? null) !== canonicalJson(to[name] ?? null))
    .filter((name) => isReadable(from[name]) && isReadable(to[name]))
    .map((name) => ({ type: `change-${name}`, path: [name], from: from[name] ?? null, to: to[name] ?? null }));
}

function isReadable(value: Json | undefined): boolean {
  return typeof value !== 'object' || value === null || isListOfTexts(value);
}

function isListOfTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** One line a delta, their names and values below one another. */
function deltaLines(deltas: readonly Delta[], { driver, paint, columns }: View): readonly string[] {
  const rows = alignFolded(
    deltas.map((delta) => deltaCells(delta, driver)),
    columns,
  );
  return deltas.flatMap((delta, i) => (rows[i] ?? '').split('\n').map(deltaPaint(delta, paint)));
}

function deltaCells(delta: Delta, driver: Driver): readonly string[] {
  const [verb, ...words] = delta.type.split('-');
  const noun = words.join(' ');
  const names = (delta.path.length > 1 ? delta.path.slice(1) : delta.path).map(visible);
  const name = names.join('.');
  switch (verb) {
    case 'add':
      return definitionCells('+', noun, name, valueText(delta.to), driver);
    case 'drop':
      return definitionCells('-', noun, name, valueText(delta.from), driver);
    case 'rename':
      return [
        `» ${valueText(delta.from) || name} → ${valueText(delta.to) || name}`,
        ...(noun === 'column' ? [] : [noun]),
      ];
    default: {
      const attribute = names.length > 1 ? (names.pop() ?? noun) : noun;
      const values = `${valueText(delta.from) || 'none'} → ${valueText(delta.to) || 'none'}`;
      return attribute === name ? [`~ ${name}`, values] : [`~ ${names.join('.')}`, attribute, values];
    }
  }
}

/** A column stands under its name; anything else is its definition, which says what it is. */
function definitionCells(
  sign: string,
  noun: string,
  name: string,
  definition: string,
  driver: Driver,
): readonly string[] {
  if (noun === 'column') return [`${sign} ${name}`, withoutName(definition, name, driver)];
  return definition === '' ? [`${sign} ${noun}`, name] : [`${sign} ${definition}`];
}

function withoutName(definition: string, name: string, { dialect }: Driver): string {
  const [first] = tokenize(definition, dialect.lexis);
  const named = first && dialect.fold(unquote(first, dialect.lexis)) === dialect.fold(name);
  return named ? definition.slice(first.text.length).trimStart() : definition;
}

/** A value of a delta as people write it. */
function valueText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return visible(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return visible(isListOfTexts(value) ? value.join(', ') : canonicalJson(value));
}

function deltaPaint(delta: Delta, paint: Paint): (text: string) => string {
  if (delta.type.startsWith('add-')) return paint.green;
  return delta.type.startsWith('drop-') ? paint.red : paint.yellow;
}

function colored(verb: Verb, paint: Paint): (text: string) => string {
  if (verb === 'create') return paint.green;
  return verb === 'drop' ? paint.red : paint.yellow;
}

function objectOf(change: Change): SchemaObject {
  return change.verb === 'drop' ? change.from : change.to;
}

const indentation = '    ';

/** What is left for lines that are indented. */
function inside(view: View): View {
  return { ...view, columns: view.columns - indentation.length };
}

function folded(line: string, columns: number): readonly string[] {
  return foldLine(line, columns).split('\n');
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => indentation + line);
}

function unknown(change: never): never {
  throw new TypeError(`no such change: ${JSON.stringify(change)}`);
}
