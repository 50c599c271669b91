import type { PortableColumn, PortableExpression, PortableSchema, PortableTable, PortableType } from '@sync/core';
import fc from 'fast-check';

/** A column with what may be its default. */
interface Sort {
  readonly type: PortableType;
  readonly defaults?: readonly PortableExpression[];
  /** It may stand in a key of any engine. */
  readonly keys?: true;
}

const numbers = [{ number: '0' }, { number: '7' }, { number: '-3' }];

/** Types that come home from every engine. */
const sorts: readonly Sort[] = [
  { type: { base: 'boolean' }, defaults: [{ truth: true }, { truth: false }] },
  ...([8, 16, 24, 32, 64] as const).map(
    (bits): Sort => ({ type: { base: 'integer', bits }, defaults: numbers, keys: true }),
  ),
  ...([8, 16, 24, 32] as const).map(
    (bits): Sort => ({ type: { base: 'integer', bits, unsigned: true }, defaults: numbers.slice(0, 2), keys: true }),
  ),
  { type: { base: 'decimal', precision: 12, scale: 2 }, defaults: [{ number: '0.00' }, { number: '12.50' }] },
  { type: { base: 'float', bits: 64 } },
  { type: { base: 'float', bits: 32 } },
  {
    type: { base: 'text', length: 40 },
    defaults: [{ text: '' }, { text: "it's" }, { text: 'back\\slash' }, { text: 'Ünïcode 🎵' }],
    keys: true,
  },
  { type: { base: 'text', length: 12, fixed: true } },
  { type: { base: 'text' } },
  { type: { base: 'bytes' } },
  { type: { base: 'bytes', length: 20 } },
  { type: { base: 'bytes', length: 16, fixed: true } },
  { type: { base: 'uuid' } },
  { type: { base: 'date' } },
  { type: { base: 'time', precision: 6 } },
  { type: { base: 'datetime', precision: 6 }, defaults: [{ call: 'current_timestamp', of: [] }] },
  { type: { base: 'moment', precision: 6 }, defaults: [{ call: 'current_timestamp', of: [] }] },
  { type: { base: 'json' } },
  { type: { base: 'enum', labels: ['a', 'B', "c'd"] }, defaults: [{ text: 'B' }] },
];

/** Words that are reserved somewhere, or need quotes. */
const words = ['plain', 'order', 'select', 'user', 'rank', 'Mixed Case', 'ünï', 'key'];

interface Rolls {
  readonly columns: readonly { readonly sort: number; readonly notNull: boolean; readonly default: number }[];
  readonly numbered: boolean;
  readonly refersTo: number;
  readonly action: number;
  readonly unique: boolean;
  readonly index: number;
  readonly check: number;
  readonly generated: boolean;
}

const rolls: fc.Arbitrary<Rolls> = fc.record({
  columns: fc.array(fc.record({ sort: fc.nat(200), notNull: fc.boolean(), default: fc.nat(9) }), {
    minLength: 1,
    maxLength: 6,
  }),
  numbered: fc.boolean(),
  refersTo: fc.nat(4),
  action: fc.nat(2),
  unique: fc.boolean(),
  index: fc.nat(3),
  check: fc.nat(5),
  generated: fc.boolean(),
});

/** Schemas that are lossless between all engines. */
export const anyPortableSchema: fc.Arbitrary<PortableSchema> = fc
  .array(rolls, { minLength: 1, maxLength: 3 })
  .map((all) => ({ tables: all.map(tableOf), notCarried: [] }));

function tableOf(roll: Rolls, at: number): PortableTable {
  const name = `t${at} ${words[(roll.check + at) % words.length]}`;
  const columns = roll.columns.map((each, i) => columnOf(each, `${words[(i + at) % words.length]}${i}`));
  const integers = columns.filter(({ type }) => type.base === 'integer');
  const keyed = columns.filter((_, i) => sortOf(roll.columns[i]?.sort ?? 0).keys);
  const [first] = integers;
  const [second] = keyed;
  const all: PortableColumn[] = [idOf(roll.numbered), ...columns];
  const refersTo = at > 0 && roll.refersTo > 0 ? (roll.refersTo - 1) % at : undefined;
  if (refersTo !== undefined) all.push(plain('refers', { base: 'integer', bits: 32 }));
  if (roll.generated && first) {
    const as: PortableExpression = { operator: '+', of: [{ column: first.name }, { number: '1' }] };
    all.push({ ...plain('made', { base: 'integer', bits: 64 }), generated: { as, stored: true } });
  }
  const action = (['cascade', 'set null', undefined] as const)[roll.action];
  return {
    name,
    columns: all,
    primaryKey: { columns: ['id'] },
    uniques: roll.unique && second ? [{ name: `u${at}`, columns: [second.name] }] : [],
    foreignKeys:
      refersTo === undefined
        ? []
        : [
            {
              name: `f${at}`,
              columns: ['refers'],
              table: '',
              references: ['id'],
              ...(action && { onDelete: action }),
            },
          ],
    checks: first && roll.check > 0 ? [{ name: `c${at}`, expression: checkOf(first.name, roll.check) }] : [],
    indexes: roll.index > 0 && keyed.length > 0 ? [{ name: `i${at}`, columns: indexOf(keyed, roll.index) }] : [],
  };
}

/** Foreign keys lead to tables before theirs, by the names that these came to have. */
export function settled({ tables, notCarried }: PortableSchema): PortableSchema {
  const names = tables.map(({ name }) => name);
  return {
    notCarried,
    tables: tables.map((table, at) => ({
      ...table,
      foreignKeys: table.foreignKeys.map((key) => ({ ...key, table: names[at - 1] ?? table.name })),
    })),
  };
}

function sortOf(roll: number): Sort {
  return sorts[roll % sorts.length] as Sort;
}

function plain(name: string, type: PortableType): PortableColumn {
  return { name, native: '', type, carriage: 'lossless' };
}

function idOf(numbered: boolean): PortableColumn {
  const id = plain('id', { base: 'integer', bits: 32 });
  return { ...id, notNull: true, ...(numbered && { numbered: true }) };
}

function columnOf({ sort, notNull, default: pick }: Rolls['columns'][number], name: string): PortableColumn {
  const { type, defaults = [] } = sortOf(sort);
  const value = defaults[pick];
  return { ...plain(name, type), ...(notNull && { notNull: true }), ...(value && { default: value }) };
}

function indexOf(keyed: readonly PortableColumn[], roll: number) {
  return keyed.slice(0, roll).map(({ name }, i) => ({ column: name, ...(i === 1 && { descending: true as const }) }));
}

function checkOf(name: string, roll: number): PortableExpression {
  const column = { column: name };
  const positive: PortableExpression = { operator: '>=', of: [column, { number: '-5' }] };
  switch (roll) {
    case 1:
      return positive;
    case 2:
      return { operator: 'or', of: [positive, { operator: 'is-null', of: [column] }] };
    case 3:
      return { operator: '<>', of: [column, { number: '99' }] };
    case 4:
      return { operator: 'in', of: [column, { number: '0' }, { number: '7' }] };
    default:
      return { operator: 'not', of: [{ operator: 'in', of: [column, { number: '99' }, { number: '100' }] }] };
  }
}
