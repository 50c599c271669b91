import {
  type Address,
  byCodeUnit,
  type Delta,
  type Found,
  type Impossible,
  type ObjectKind,
  partsOf,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import {
  isNew,
  postgresDialect,
  qualifiedAt,
  quoteName,
  type ServerCatalogue,
  shown,
  type ViewSpec,
} from '@sync/dialect-postgres';
import { type AggregateRow, noDataMark } from '../read/queries.js';
import { readTimescale, type Timescale } from '../read/read-timescale.js';
import { losingIndexes } from './aggregate-index-kind.js';
import { lacking } from './edition.js';
import { dropsAggregate, fillsAggregate } from './hazards.js';
import { hypertableAt } from './hypertable-kind.js';
import { policyAt } from './policy-kind.js';

/** A view; a continuous aggregate is one whose answers are kept, and kept up to date. */
export interface AggregateSpec extends ViewSpec {
  readonly continuous?: {
    /** It answers with what is kept alone, and not with rows that came since. */
    readonly materializedOnly: boolean;
  };
}

type Aggregate = SchemaObject<AggregateSpec>;
type View = ObjectKind<AggregateSpec>;
type Rendered = ReturnType<View['render']>;

const { literal } = postgresDialect;

/** Views, and continuous aggregates among them: what stands on one, is granted on it or said of it treats it as the view that it is. */
export function withAggregates(views: ObjectKind<ViewSpec>): ObjectKind<AggregateSpec> {
  const usual = views as unknown as View;
  return {
    ...usual,
    inspect: (reading) => inspectViews(usual, reading),
    compare(from, to, context) {
      const [before, after] = [from.spec.continuous, to.spec.continuous];
      if (!before && !after) return usual.compare(from, to, context);
      if (!before || !after) return { replace: 'a view and a continuous aggregate are no other form of each other' };
      if (from.spec.select !== to.spec.select || columnsOf(from) !== columnsOf(to))
        return { replace: 'a continuous aggregate takes another query only when it is created' };
      return deltasOf(before.materializedOnly, after.materializedOnly);
    },
    isFollowed: (from, to, renames) =>
      !to.spec.continuous === !from.spec.continuous && (usual.isFollowed?.(from, to, renames) ?? false),
    render(change, context) {
      const aggregate = change.verb === 'drop' ? change.from : change.to;
      return aggregate.spec.continuous ? renderAggregate(change, context) : usual.render(change, context);
    },
    describe(view, parent) {
      const described = usual.describe?.(view, parent) ?? {};
      if (!view.spec.continuous) return described;
      const { materializedOnly } = view.spec.continuous;
      return { ...described, head: `continuous aggregate${materializedOnly ? ', materialized only' : ''}` };
    },
  };
}

function deltasOf(before: boolean, after: boolean): readonly Delta[] {
  if (before === after) return [];
  return [{ type: 'change-materialized-only', path: ['continuous', 'materializedOnly'], from: before, to: after }];
}

function columnsOf({ spec }: Aggregate): string {
  return JSON.stringify(spec.columns.map(({ name, type }) => [name, type]));
}

function renderAggregate(change: Parameters<View['render']>[0], context: RenderContext): Rendered {
  switch (change.verb) {
    case 'create':
      return lacking(`${shown(change.to)} is a continuous aggregate`, context) ?? [createStep(change.to, context)];
    case 'drop':
      return (
        losingIndexes(change.from, context) ?? [
          {
            summary: `drop continuous aggregate ${shown(change.from)}`,
            sql: [{ text: `DROP MATERIALIZED VIEW ${qualifiedAt(change.from.address)}` }],
            hazards: [dropsAggregate(shown(change.from))],
          },
        ]
      );
    case 'rename':
      return renameSteps(change.from, change.to);
    case 'alter':
      return [alterStep(change.to)];
    default:
      return change satisfies never;
  }
}

function createStep(aggregate: Aggregate, { fills = false }: RenderContext): StepDraft {
  const { select, continuous } = aggregate.spec;
  const name = qualifiedAt(aggregate.address);
  const head = `CREATE MATERIALIZED VIEW ${name} WITH (timescaledb.continuous, timescaledb.materialized_only = ${continuous?.materializedOnly === true})`;
  return {
    summary: `create continuous aggregate ${shown(aggregate)}`,
    sql: [
      { text: `${head} AS\n${select.replace(/;\s*$/, '')}\nWITH NO DATA` },
      ...(fills && isWithNoData(aggregate) ? [{ text: markText(aggregate) }] : []),
    ],
  };
}

function isWithNoData({ layout }: Aggregate): boolean {
  return (layout as { readonly withNoData?: boolean } | undefined)?.withNoData === true;
}

/** What a document says of an aggregate, and the server does not keep, has to be read back from the database that the document was built in. */
function markText({ address }: Aggregate): string {
  const [name = '', schema = 'public'] = [...partsOf(address).parts].reverse();
  return `
DO $mark$
BEGIN
  EXECUTE (
    SELECT format('COMMENT ON TABLE %I.%I IS %L', h.schema_name, h.table_name, ${literal(noDataMark)})
    FROM _timescaledb_catalog.continuous_agg a JOIN _timescaledb_catalog.hypertable h ON h.id = a.mat_hypertable_id
    WHERE a.user_view_schema = ${literal(schema)} AND a.user_view_name = ${literal(name)}
  );
END
$mark$`.trim();
}

/**
 * The kind of views with one more step behind all that makes a continuous aggregate what it was: to work it out the server takes transactions of its own, which are no part of
 * any other.
 */
export function fillingAggregates(kind: ObjectKind): ObjectKind {
  if (kind.kind !== 'view') return kind;
  return {
    ...kind,
    render(change, context) {
      const steps = kind.render(change, context);
      if (change.verb !== 'create' || 'impossible' in steps) return steps;
      const aggregate = change.to as Aggregate;
      return aggregate.spec.continuous && !isLeftEmpty(aggregate, context) ? [...steps, fillStep(aggregate)] : steps;
    },
  };
}

/** Over what the plan makes there is nothing to work out; with a policy the server does that by and by. */
function isLeftEmpty(aggregate: Aggregate, context: RenderContext): boolean {
  const over = aggregate.needs.filter((need) => ['table', 'view'].includes(partsOf(need).kind));
  const isAllNew = over.length > 0 && over.every((each) => isNew(each, context));
  return isWithNoData(aggregate) || isAllNew || context.goal.has(policyAt(aggregate.address, 'refresh'));
}

function fillStep(aggregate: Aggregate): StepDraft {
  return {
    summary: `work out continuous aggregate ${shown(aggregate)}`,
    sql: [{ text: `CALL refresh_continuous_aggregate(${literal(qualifiedAt(aggregate.address))}, NULL, NULL)` }],
    hazards: [fillsAggregate(shown(aggregate))],
    atomic: false,
    late: true,
  };
}

function renameSteps(from: Aggregate, to: Aggregate): readonly StepDraft[] | Impossible {
  const [oldName = '', oldSchema = 'public'] = [...partsOf(from.address).parts].reverse();
  const [name = '', schema = 'public'] = [...partsOf(to.address).parts].reverse();
  const alter = (now: string, at: string) => `ALTER MATERIALIZED VIEW ${quoteName(at)}.${quoteName(now)}`;
  const sql = [
    ...(name === oldName ? [] : [`${alter(oldName, oldSchema)} RENAME TO ${quoteName(name)}`]),
    ...(schema === oldSchema ? [] : [`${alter(name, oldSchema)} SET SCHEMA ${quoteName(schema)}`]),
  ];
  return [
    { summary: `rename continuous aggregate ${shown(from)} to ${shown(to)}`, sql: sql.map((text) => ({ text })) },
  ];
}

function alterStep({ address, spec }: Aggregate): StepDraft {
  const only = spec.continuous?.materializedOnly === true;
  return {
    summary: `have continuous aggregate ${shown({ address })} answer with ${only ? 'what is kept alone' : 'rows that came since, too'}`,
    sql: [{ text: `ALTER MATERIALIZED VIEW ${qualifiedAt(address)} SET (timescaledb.materialized_only = ${only})` }],
  };
}

async function* inspectViews(usual: View, reading: Reading): AsyncGenerator<Found<AggregateSpec>> {
  const known = await readTimescale(reading);
  const byAddress = new Map(
    [...known.aggregates.values()].flatMap((row) => {
      const at = known.catalogue.addressOf('pg_class', row.view);
      return at === undefined ? [] : [[at, row] as const];
    }),
  );
  for await (const found of usual.inspect(reading)) {
    const row = 'object' in found ? byAddress.get(found.object.address) : undefined;
    if (!row || !('object' in found)) yield found;
    else yield { ...found, object: aggregateObject(found.object, row, known) };
  }
}

/** The query is that which was written, and so is what it needs: the view itself asks what is kept. */
function aggregateObject(view: Aggregate, row: AggregateRow, known: Timescale): Aggregate {
  const { catalogue } = known;
  const over = known.relationOf(row.over)?.address;
  const needs = row.uses.flatMap((use) => addressIn(catalogue, use) ?? []);
  const schema = view.needs.filter((need) => partsOf(need).kind === 'schema');
  const isTable = over !== undefined && partsOf(over).kind === 'table';
  const nameless = known.aggregateIndexes.flatMap((index) =>
    index.view === row.view && !index.named ? [index.definition] : [],
  );
  const all = [...schema, ...needs, ...(over === undefined ? [] : [over]), ...(isTable ? [hypertableAt(over)] : [])];
  const uses = row.uses.flatMap((use) => {
    const on = use.column === null ? undefined : addressIn(catalogue, use);
    return on === undefined || use.column === null ? [] : [[on, use.column] as const];
  });
  return schemaObject<AggregateSpec>({
    ...view,
    spec: { ...view.spec, select: row.select, continuous: { materializedOnly: row.materializedOnly } },
    needs: [...new Set(all)].filter((need) => need !== view.address).sort(),
    layout: {
      uses: uses.map((use) => [...use]).sort((a, b) => byCodeUnit(a.join('\0'), b.join('\0'))),
      ...(row.withNoData && { withNoData: true }),
      ...(nameless.length > 0 && { namelessIndexes: nameless }),
    },
  });
}

function addressIn(
  catalogue: ServerCatalogue,
  { catalogue: name, oid }: AggregateRow['uses'][number],
): Address | undefined {
  return catalogue.addressOf(name, oid);
}
