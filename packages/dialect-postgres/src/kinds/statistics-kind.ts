import {
  type Address,
  byCodeUnit,
  type Delta,
  type Found,
  type ObjectKind,
  type Reading,
  type Rename,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import { ancestorsOf } from '../read/parts/relations.js';
import { statistics } from '../read/parts/statistics.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { followName } from '../text/follow-name.js';
import { quoteName } from '../text/names.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import { renameColumnIn } from '../text/rename-in.js';
import { renaming } from './renaming.js';
import { isOnColumnsOf, renamesColumnOf } from './stays-on-parent.js';
import { dropsColumnOf } from './table/table-delta.js';
import { remakesType } from './type/remakes-type.js';

/** Extended statistics: what the planner is to know of several columns together, or of expressions. */
export interface StatisticsSpec {
  /** `(ndistinct, mcv)`, where it is not all that there are. */
  readonly kinds?: string;
  /** Sorted. */
  readonly columns: readonly string[];
  /** As the server prints them, with commas between them. */
  readonly expressions?: string;
  readonly target?: number;
}

type Statistics = SchemaObject<StatisticsSpec>;

/** Extended statistics. What ANALYZE has found is data; made again they know nothing until it runs. */
export const statisticsKind: ObjectKind<StatisticsSpec> = {
  kind: 'postgres/statistics',
  title: 'statistics',
  inspect: inspectStatistics,
  compare(from, to) {
    const isOther = from.spec.kinds !== to.spec.kinds || onOf(from.spec) !== onOf(to.spec);
    if (isOther) return { replace: 'what extended statistics are about cannot be altered' };
    const [before, after] = [from.spec.target ?? null, to.spec.target ?? null];
    return [{ type: 'change-target', path: ['target'], from: before, to: after } satisfies Delta];
  },
  essence: ({ spec }) => ({ ...spec }),
  survives(object, change, { origin }) {
    if (change.verb === 'replace' || remakesType(change)) return false;
    return !isOnColumnsOf(object, origin(change.address)) || !dropsColumnOf(onOf(object.spec), change);
  },
  follow: followInStatistics,
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `create statistics ${shown(change.to)}`,
            sql: [
              { text: printStatistics(change.to) },
              ...(change.to.spec.target === undefined ? [] : [{ text: setTarget(change.to) }]),
            ],
          },
        ];
      case 'drop':
        return [
          {
            summary: `drop statistics ${shown(change.from)}`,
            sql: [{ text: `DROP STATISTICS ${qualified(change.from)}` }],
          },
        ];
      case 'rename': {
        const { hazards: _, ...step } = renaming({ ...change, title: 'statistics' }, context);
        return [step];
      }
      case 'alter':
        return [{ summary: `alter statistics ${shown(change.to)}`, sql: [{ text: setTarget(change.to) }] }];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({
    head: `${spec.kinds === undefined ? '' : `${spec.kinds} `}on ${onOf(spec)}${spec.target === undefined ? '' : ` (target ${spec.target})`}`,
  }),
};

function printStatistics(object: Statistics): string {
  const { kinds } = object.spec;
  const head = `CREATE STATISTICS ${qualified(object)}${kinds === undefined ? '' : ` ${kinds}`}`;
  return `${head} ON ${onOf(object.spec)} FROM ${qualifiedAt(object.parent as Address)}`;
}

function setTarget(object: Statistics): string {
  return `ALTER STATISTICS ${qualified(object)} SET STATISTICS ${object.spec.target ?? -1}`;
}

function followInStatistics(object: Statistics, rename: Rename): Statistics {
  if (rename.of === 'object') {
    const { expressions } = object.spec;
    if (expressions === undefined || !object.needs.includes(rename.to)) return object;
    return schemaObject({ ...object, spec: { ...object.spec, expressions: followName(expressions, rename) } });
  }
  if (!renamesColumnOf(object, rename)) return object;
  const { columns, expressions } = object.spec;
  const renamed = columns.map((column) => (column === rename.from ? rename.to : column));
  const spec = {
    ...object.spec,
    columns: renamed.sort(byCodeUnit),
    ...(expressions !== undefined && { expressions: renameColumnIn(expressions, rename.from, rename.to) }),
  };
  return schemaObject({ ...object, spec });
}

function onOf({ columns, expressions }: StatisticsSpec): string {
  return [...columns.map(quoteName), ...(expressions === undefined ? [] : [expressions])].join(', ');
}

async function* inspectStatistics(reading: Reading): AsyncGenerator<Found<StatisticsSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { oid, relation, namespace, name, kinds, columns, expressions, target } of catalogue.rows(statistics)) {
    const place = catalogue.placeOf(namespace);
    const parent = catalogue.addressOf('pg_class', relation);
    const own = catalogue.addressOf('pg_statistic_ext', oid);
    if (parent === undefined || own === undefined) {
      const full = [...place.prefix, name].join('.');
      yield {
        scope: place.scope,
        unmanaged: { kind: 'statistics', name: full, reason: 'its table is not covered yet' },
      };
      continue;
    }
    const needs = [
      ...schemaNeed(place),
      ...ancestorsOf(catalogue, relation),
      ...catalogue.needsOf('pg_statistic_ext', oid),
    ];
    const object = schemaObject<StatisticsSpec>({
      kind: 'postgres/statistics',
      address: own,
      name,
      parent,
      spec: {
        ...(kinds !== '' && { kinds }),
        columns,
        ...(expressions !== '' && { expressions }),
        ...(target !== null && { target }),
      },
      needs: [...new Set(needs)].filter((need) => need !== parent).sort(),
    });
    yield { scope: place.scope, object };
  }
}
