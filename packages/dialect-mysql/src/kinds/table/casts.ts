import type { Flavour } from '../../flavour.js';
import type { TableDifference } from './difference.js';
import { partsOf } from './type-fit.js';

/** What is converted to none of the types that a server keeps apart, and from none of them. */
const plain: ReadonlySet<string> = new Set([
  ...['tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal', 'float', 'double', 'bit'],
  ...['date', 'datetime', 'timestamp', 'time', 'year'],
]);

/** Why the server makes no values of one type those of another, not even of a table without rows; undefined where it does. */
export function uncastable({ columns, to: table }: TableDifference, flavour: Flavour, version: readonly number[]) {
  const groups = flavour.typesApart?.(version) ?? [];
  const groupOf = (name: string) => groups.find((group) => group.has(name));
  const pair = columns.changed.find(({ from, to }) => {
    const [before, after] = [from, to].map(({ type }) => partsOf(type).name) as [string, string];
    const [was, will] = [groupOf(before), groupOf(after)];
    if (from.generated || to.generated || was === will) return false;
    return was && will ? true : plain.has(was ? after : before);
  });
  return (
    pair &&
    `column ${pair.to.name} of table ${table.name} cannot become ${pair.to.type}: the server casts no ${pair.from.type} to that`
  );
}
