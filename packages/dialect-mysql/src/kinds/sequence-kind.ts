import {
  address,
  type Delta,
  type Found,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import { breaksClients, dropsSequence } from '../hazards.js';
import { readCatalogue, type ServerCatalogue } from '../read/read-catalogue.js';
import { unseenRelations } from '../read/unseen.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';

/** A sequence. Numbers are texts: they are longer than those of this language. */
export interface SequenceSpec {
  /** Where it is not bigint. */
  readonly type?: string;
  readonly start: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly increment: string;
  readonly cache: string;
  readonly cycle?: true;
  readonly comment?: string;
  /** Of the table behind it, where it is not InnoDB. */
  readonly engine?: string;
}

type Sequence = SchemaObject<SequenceSpec>;

/** What holds them where nothing else is said. */
const usualEngine = 'InnoDB';

/** Sequences, as MariaDB has them. https://mariadb.com/kb/en/create-sequence/ */
export function sequenceKind(flavour: () => Flavour): ObjectKind<SequenceSpec> {
  return {
    kind: 'sequence',
    namespace: 'relation',
    inspect: (reading) => inspectSequences(reading, flavour()),
    compare: (from, to) =>
      (['type', ...Object.keys(clauses), 'comment', 'engine'] as (keyof SequenceSpec)[]).flatMap(
        (name): readonly Delta[] =>
          from.spec[name] === to.spec[name]
            ? []
            : [{ type: `change-${name}`, path: [name], from: shown(from.spec, name), to: shown(to.spec, name) }],
      ),
    render(change) {
      switch (change.verb) {
        case 'create':
          return [
            {
              summary: `create sequence ${change.to.name}`,
              sql: [
                {
                  text: [
                    'CREATE SEQUENCE',
                    quoteName(change.to.name),
                    ...typeClause(change.to.spec),
                    ...clausesOf(change.to.spec),
                    ...Object.values(ofTable).flatMap((clause) => clause(change.to.spec)),
                  ].join(' '),
                },
              ],
            },
          ];
        case 'drop':
          return [
            {
              summary: `drop sequence ${change.from.name}`,
              sql: [{ text: `DROP SEQUENCE ${quoteName(change.from.name)}` }],
              hazards: [dropsSequence(change.from.name)],
            },
          ];
        case 'rename':
          return [
            {
              summary: `rename sequence ${change.from.name} to ${change.to.name}`,
              sql: [{ text: `RENAME TABLE ${quoteName(change.from.name)} TO ${quoteName(change.to.name)}` }],
              hazards: [breaksClients('sequence', change.from.name, change.to.name)],
            },
          ];
        case 'alter':
          return [
            {
              summary: `alter sequence ${change.to.name}`,
              sql: alter(change.from.spec, change.to).map((text) => ({ text })),
            },
          ];
        default:
          return change satisfies never;
      }
    },
    describe: ({ spec }) => ({
      head: [
        [...typeClause(spec), ...clausesOf(spec), ...ofTable.engine(spec)].join(' ').toLowerCase(),
        ...ofTable.comment(spec),
      ].join(' '),
    }),
  };
}

function shown(spec: SequenceSpec, name: keyof SequenceSpec): string | boolean {
  return spec[name] ?? usual[name] ?? false;
}

const usual: Partial<Readonly<Record<keyof SequenceSpec, string>>> = {
  type: 'bigint',
  comment: '',
  engine: usualEngine,
};

/** What is of the table behind a sequence, and is changed as of any table. */
const ofTable: { readonly [name in 'comment' | 'engine']: (spec: SequenceSpec) => readonly string[] } = {
  engine: ({ engine }) => (engine === undefined ? [] : [`ENGINE=${engine}`]),
  comment: ({ comment }) => (comment === undefined ? [] : [`COMMENT=${quoteText(comment)}`]),
};

const clauses: {
  readonly [name in Exclude<keyof SequenceSpec, 'type' | 'comment' | 'engine'>]-?: (spec: SequenceSpec) => string;
} = {
  start: ({ start }) => `START WITH ${start}`,
  minimum: ({ minimum }) => `MINVALUE ${minimum}`,
  maximum: ({ maximum }) => `MAXVALUE ${maximum}`,
  increment: ({ increment }) => `INCREMENT BY ${increment}`,
  cache: ({ cache }) => `CACHE ${cache}`,
  cycle: ({ cycle }) => (cycle ? 'CYCLE' : 'NOCYCLE'),
};

function clausesOf(spec: SequenceSpec): readonly string[] {
  return Object.values(clauses).map((clause) => clause(spec));
}

function typeClause({ type }: SequenceSpec): readonly string[] {
  return type === undefined ? [] : [`AS ${type}`];
}

/** A sequence that has not come as far as where it is to begin is moved there: SETVAL never moves one back. https://mariadb.com/kb/en/setval/ */
function movedOn(from: SequenceSpec, to: SequenceSpec, quoted: string): readonly string[] {
  const isRising = BigInt(to.increment) >= 0n;
  const [before, after] = isRising ? [from.minimum, to.minimum] : [to.maximum, from.maximum];
  return BigInt(before) < BigInt(after) ? [`DO SETVAL(${quoted}, ${isRising ? to.minimum : to.maximum}, 0)`] : [];
}

/** What is of its table, and its numbers, each where it is another one. */
function alter(from: SequenceSpec, to: Sequence): readonly string[] {
  const { name, spec } = to;
  const options = [
    ...(from.engine === spec.engine ? [] : ofTable.engine({ ...spec, engine: spec.engine ?? usualEngine })),
    ...(from.comment === spec.comment ? [] : ofTable.comment({ ...spec, comment: spec.comment ?? '' })),
  ];
  const isRenumbered = from.type !== spec.type || clausesOf(from).join() !== clausesOf(spec).join();
  return [
    ...(options.length > 0 ? [`ALTER TABLE ${quoteName(name)} ${options.join(', ')}`] : []),
    ...(isRenumbered ? renumber(from, to) : []),
  ];
}

/** The server takes another type only by itself: ahead of numbers that need its room, and behind those that make do with less. */
function renumber(from: SequenceSpec, { name, spec }: Sequence): readonly string[] {
  const quoted = quoteName(name);
  const numbers = `ALTER SEQUENCE ${[quoted, ...clausesOf(spec)].join(' ')}`;
  if (from.type === spec.type) return [...movedOn(from, spec, quoted), numbers];
  // Keys of the last table that the session made are taken for the sequence's own, and refused, until another statement names tables.
  const type = [`CHECK TABLE ${quoted}`, `ALTER SEQUENCE ${quoted} AS ${spec.type ?? 'bigint'}`];
  return BigInt(spec.maximum) < BigInt(from.maximum)
    ? [...movedOn(from, spec, quoted), numbers, ...type]
    : [...type, ...movedOn(from, spec, quoted), numbers];
}

interface Row {
  readonly name: string;
  readonly start: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly increment: string;
  readonly cache: string;
  readonly cycle: string;
}

/** A sequence is a table of one row, which says what it is: all of them are asked at once. */
async function* inspectSequences(reading: Reading, flavour: Flavour): AsyncGenerator<Found<SequenceSpec>> {
  const catalogue = await readCatalogue(reading, flavour);
  const [scope] = reading.scopes;
  const tables = new Map(catalogue.where('tables', 'type', 'SEQUENCE').map((table) => [table.name, table]));
  const names = [...tables.keys()];
  yield* unseenRelations(reading, catalogue, 'sequence', flavour);
  if (!scope || names.length === 0) return;
  const columns = ['start_value', 'minimum_value', 'maximum_value', 'increment', 'cache_size', 'cycle_option'];
  const called = ['start', 'minimum', 'maximum', 'increment', 'cache', 'cycle'];
  const list = columns.map((column, i) => `CAST(${column} AS CHAR) AS '${called[i]}'`).join(', ');
  const text = names.map((name) => `SELECT ${quoteText(name)} AS 'name', ${list} FROM ${quoteName(name)}`);
  for (const row of await reading.session.query<Row>({ text: text.join('\nUNION ALL\n') })) {
    const { name, start, minimum, maximum, increment, cache, cycle } = row;
    const type = typeOf(name, catalogue);
    const { comment = '', engine } = tables.get(name) ?? {};
    const spec = {
      ...(type !== 'bigint' && { type }),
      start,
      minimum,
      maximum,
      increment,
      cache,
      ...(cycle === '1' && { cycle: true as const }),
      ...(comment !== '' && { comment }),
      ...(engine && engine !== usualEngine && { engine }),
    };
    yield {
      scope,
      object: schemaObject<SequenceSpec>({ kind: 'sequence', address: address('sequence', name), name, spec }),
    };
  }
}

/** The type of its numbers is the one of the column in which the table behind it holds them. */
function typeOf(sequence: string, catalogue: ServerCatalogue): string {
  const column = catalogue.where('columns', 'table', sequence).find(({ name }) => name === 'start_value');
  return column?.type.replace(/\(\d+\)/, '') ?? 'bigint';
}
