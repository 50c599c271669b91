import {
  type Address,
  address,
  type Catalogue,
  type Change,
  type Delta,
  type Entailed,
  equalJson,
  type Found,
  type Impossible,
  type ObjectKind,
  partsOf,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type Statement,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { breaksClients, convertsValues, rewritesTable } from '../hazards.js';
import { rangeTypes } from '../read/parts/range-types.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { schemaOf } from '../schema-of.js';
import { followName } from '../text/follow-name.js';
import { quoteName, quotePath } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { renaming } from './renaming.js';
import { computedOver } from './type/computed.js';
import { makeWay } from './type/make-way.js';
import { dropAsides, remakesOver } from './type/remade.js';
import { remakesType } from './type/remakes-type.js';
import { standingOnValues } from './type/standing-on-values.js';
import {
  afterTables,
  beforeTables,
  convertColumns,
  isStanding,
  madeOf,
  type TypeUse,
  typesOver,
  usesOfType,
} from './type/uses.js';

/** A range type. */
export interface RangeSpec {
  /** `SUBTYPE = integer`. */
  readonly options: readonly string[];
  /** The name of the multirange type that comes with it, from version 14 on. */
  readonly multirange?: string;
}

type Range = SchemaObject<RangeSpec>;

/** Range types with their multirange types. For anything but a name they are made anew, and values are written and read again. */
export const rangeTypeKind: ObjectKind<RangeSpec> = {
  kind: 'postgres/range-type',
  title: 'range type',
  namespace: 'type',
  inspect: inspectRanges,
  compare({ spec: from }, { spec: to }) {
    const [old, next] = [from.options.join(', '), to.options.join(', ')];
    const options: Delta = { type: 'change-options', path: ['options'], from: old, to: next };
    const name: Delta = {
      type: 'rename-multirange',
      path: ['multirange'],
      from: from.multirange ?? null,
      to: to.multirange ?? null,
    };
    return [...(from.multirange === to.multirange ? [] : [name]), ...(old === next ? [] : [options])];
  },
  follow(range, rename) {
    if (rename.of !== 'object' || !range.needs.includes(rename.to)) return range;
    const options = range.spec.options.map((option) => followName(option, rename));
    return schemaObject({ ...range, spec: { ...range.spec, options } });
  },
  survives: () => true,
  entails(change, context) {
    const { base, origin } = context;
    const type = remakesType(change) ? base.get(origin(change.address)) : undefined;
    return type
      ? new Map<Address, Entailed>([
          ...remakesOver(type, base),
          ...computedOver(change, context),
          ...standingOnValues(usesOfRange(type as Range, base), base),
        ])
      : new Map();
  },
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create range type ${shown(change.to)}`, sql: [{ text: printRange(change.to) }] }];
      case 'drop':
        return [
          { summary: `drop range type ${shown(change.from)}`, sql: [{ text: `DROP TYPE ${qualified(change.from)}` }] },
        ];
      case 'rename':
        return [renameRange(change, context)];
      case 'alter':
        return alterRange(change, context);
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { options, multirange } }) => ({
    head: `(${options.join(', ')})${multirange === undefined ? '' : ` with ${multirange}`}`,
  }),
};

/** The server leaves the functions that make the values where they are, and the multirange type with its own. */
function renameRange(change: Extract<Change<RangeSpec>, { verb: 'rename' }>, context: RenderContext): StepDraft {
  const { from, to } = change;
  const step = renaming({ ...change, title: 'range type', called: (each) => `TYPE ${qualified(each)}` }, context);
  const schema = quoteName(schemaOf(to) ?? '');
  const moves = schemaOf(from) !== schemaOf(to);
  const moveConstructors = (name: string, takes: readonly string[]) =>
    takes.map((list) => `ALTER FUNCTION ${besidePath(from, name)}(${list}) SET SCHEMA ${schema}`);
  const { multirange } = from.spec;
  const [range, bounds] = [qualified(to), boundsOf(from)];
  const along =
    multirange === undefined
      ? []
      : [
          `ALTER TYPE ${besidePath(from, multirange)} SET SCHEMA ${schema}`,
          ...moveConstructors(multirange, ['', range, `VARIADIC ${range}[]`]),
        ];
  return {
    ...step,
    sql: [
      ...step.sql,
      ...(moves ? [...moveConstructors(from.name, bounds), ...along] : []).map((text) => ({ text })),
      ...(from.name === to.name ? [] : renameConstructors(to, from.name, to.name, bounds)),
    ],
  };
}

function printRange(range: Range): string {
  const { options, multirange } = range.spec;
  const all = [
    ...options,
    ...(multirange === undefined ? [] : [`MULTIRANGE_TYPE_NAME = ${besidePath(range, multirange)}`]),
  ];
  return `CREATE TYPE ${qualified(range)} AS RANGE (\n  ${all.join(',\n  ')}\n)`;
}

/** A name in the schema of a range. */
function besidePath(range: Range, name: string): string {
  const { parts } = partsOf(range.address);
  return quotePath(parts.length > 1 ? (parts[0] ?? '') : 'public', name);
}

function alterRange(
  { from, to, deltas }: Extract<Change<RangeSpec>, { verb: 'alter' }>,
  context: RenderContext,
): readonly StepDraft[] | Impossible {
  // Where it is renamed, too, the columns are found under the old name.
  const present = context.base.get(context.origin(to.address)) ?? from;
  const [old, next] = [from.spec.multirange ?? '', to.spec.multirange ?? ''];
  const [use] = old === next ? [] : usesOfType(present, context.base, [besidePath(from, old)]);
  if (use) {
    return {
      impossible: `table ${shown(use.table)} has a column of ${old}, the multirange type that comes with it, which would have another name`,
      hint: `Name the multirange type in CREATE TYPE: MULTIRANGE_TYPE_NAME = ${quoteName(old)}.`,
    };
  }
  if (deltas.some(({ type }) => type === 'change-options' || type === 'change-parts')) {
    const step = remakeRange(from, to, present, context);
    return 'impossible' in step ? step : [step];
  }
  const range = qualified(to);
  return [
    {
      summary: `rename multirange type ${old} to ${next}`,
      sql: [
        { text: `ALTER TYPE ${besidePath(to, old)} RENAME TO ${quoteName(next)}` },
        ...renameConstructors(to, old, next, ['', range, `VARIADIC ${range}[]`]),
      ],
      hazards: [breaksClients('multirange type', old, next)],
    },
  ];
}

/** The server leaves their names to the functions that make the values of a type. */
function renameConstructors(range: Range, from: string, to: string, takes: readonly string[]): readonly Statement[] {
  return takes.map((list) => ({
    text: `ALTER FUNCTION ${besidePath(range, from)}(${list}) RENAME TO ${quoteName(to)}`,
  }));
}

/** What the functions take that make a range: its bounds, and which of them belong to it. */
function boundsOf({ spec: { options } }: Range): readonly string[] {
  const subtype = options.find((option) => option.startsWith('SUBTYPE = '))?.slice('SUBTYPE = '.length) ?? '';
  return [`${subtype}, ${subtype}`, `${subtype}, ${subtype}, text`];
}

/** The columns of a range type and of its multirange type. */
function usesOfRange(range: Range, base: Catalogue): readonly TypeUse[] {
  const { multirange } = range.spec;
  return usesOfType(range, base, [
    qualified(range),
    ...(multirange === undefined ? [] : [besidePath(range, multirange)]),
  ]);
}

function remakeRange(from: Range, to: Range, present: SchemaObject, context: RenderContext): StepDraft | Impossible {
  const [over] = typesOver(present, context.base);
  if (over) return madeOf(from, over);
  const dropped = dropAsides(present, context);
  const way = makeWay(present, context);
  const isKept = equalJson([...from.spec.options], [...to.spec.options]);
  const uses = usesOfRange(present as Range, context.base).filter(isStanding(context));
  const standing = [...standingOnValues(uses, context.base).keys()];
  const renamed = new Map([
    [qualified(present), qualified(to)],
    [`${qualified(present)}[]`, `${qualified(to)}[]`],
  ]);
  const named = (type: string) => renamed.get(type) ?? type;
  const list = (type: string) => (type.endsWith('[]') ? '[]' : '');
  // What makes its values is called as it is, so that two of them cannot be there at the same time: values wait as texts.
  return {
    summary: `make range type ${shown(to)} anew`,
    sql: [
      ...way.going,
      ...convertColumns(
        uses,
        ({ name, type }) => ({ type: `text${list(type)}`, using: quoteName(name), aside: true }),
        context,
      ),
      { text: `DROP TYPE ${qualified(to)}` },
      { text: printRange(to) },
      ...convertColumns(
        uses,
        ({ name, type }) => ({ type: named(type), using: `${quoteName(name)}::${named(type)}` }),
        context,
      ),
      ...way.back,
      ...dropped.sql,
    ],
    hazards: [
      ...way.hazards,
      ...uses.flatMap(({ table, columns }) => [
        rewritesTable(shown(table), `because the range type ${shown(to)} is made anew`),
        ...(isKept
          ? []
          : columns.map(({ name }) => convertsValues(shown(table), name, shown(from), `${shown(to)} as it is to be`))),
      ]),
    ],
    after: [
      ...dropped.after,
      ...way.after,
      ...afterTables(present, context),
      ...standing.map((at) => ({ verb: 'drop', address: at }) as const),
    ],
    before: [
      ...beforeTables(uses, context),
      ...way.before,
      ...standing.map((at) => ({ verb: 'create', address: context.moved(at) }) as const),
    ],
  };
}

async function* inspectRanges(reading: Reading): AsyncGenerator<Found<RangeSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { namespace, name, types, multirange, options } of catalogue.rows(rangeTypes)) {
    const place = catalogue.placeOf(namespace);
    const object = schemaObject<RangeSpec>({
      kind: 'postgres/range-type',
      address: address('postgres/range-type', ...place.prefix, name),
      name,
      spec: { options, ...(multirange !== null && { multirange }) },
      needs: [...new Set([...schemaNeed(place), ...catalogue.needsOf('pg_type', Number(types[0]))])].sort(),
    });
    yield { scope: place.scope, object };
  }
}
