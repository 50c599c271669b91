import {
  type Address,
  address,
  byCodeUnit,
  type Delta,
  type Found,
  type Leftover,
  type Lexis,
  type ObjectKind,
  partsOf,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
  tokenizeMeaning,
  type Unmanaged,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import { breaksClients, changesDefinition, dropsUsed } from '../hazards.js';
import { lexisWith } from '../lexis.js';
import { columnsIn, missingIn } from '../read/broken-views.js';
import { callsIn } from '../read/calls.js';
import { nameableIn, namedFunctions, namedThings, packageBodyKind } from '../read/names.js';
import { readCatalogue, type ServerCatalogue } from '../read/read-catalogue.js';
import type { Rows } from '../read/rows.js';
import { shownInPart } from '../read/shown-in-part.js';
import { needsAmong, withoutDatabase } from '../read/unqualified.js';
import { unseenRelations } from '../read/unseen.js';
import { readByOracle } from '../text/for-oracle.js';
import { quoteName, quoteNames } from '../text/names.js';
import { changed } from './changed.js';
import {
  bodyLayout,
  definerClause,
  definerDeltas,
  definerExtras,
  definerHazards,
  definerRights,
  outdatedBody,
  textSettings,
} from './definer.js';

/** A view. */
export interface ViewSpec {
  readonly columns: readonly string[];
  /** As the server prints it, without the name of its own database. */
  readonly query: string;
  readonly checkOption?: string;
  /** Where it is not DEFINER. */
  readonly security?: string;
  /** Where it is not UNDEFINED. */
  readonly algorithm?: string;
}

type View = SchemaObject<ViewSpec>;

/** Views. The server writes nothing in them anew when what they name is renamed, and looks at them when they are used: they are put in place whole. */
export function viewKind(flavour: Flavour): ObjectKind<ViewSpec> {
  return {
    kind: 'view',
    namespace: 'relation',
    inspect: (reading) => inspectViews(reading, flavour),
    outdated: outdatedBody,
    // The server looks for what a view calls when somebody reads it.
    survives: (_, change) => change.verb !== 'replace' || change.kind === 'function',
    compare: (from, to) => [...deltasBetween(from.spec, to.spec), ...definerDeltas(from, to)],
    render(change, context) {
      switch (change.verb) {
        case 'create':
          return [{ ...create(change.to, context, 'CREATE', flavour), ...definerRights(change.to, context, flavour) }];
        case 'drop':
          return [
            {
              summary: `drop view ${change.from.name}`,
              sql: [{ text: `DROP VIEW ${quoteName(change.from.name)}` }],
              hazards: context.goal.has(change.address) ? [] : [dropsUsed('view', change.from.name)],
            },
          ];
        case 'rename':
          return [
            {
              summary: `rename view ${change.from.name} to ${change.to.name}`,
              sql: [{ text: `RENAME TABLE ${quoteName(change.from.name)} TO ${quoteName(change.to.name)}` }],
              hazards: [breaksClients('view', change.from.name, change.to.name)],
            },
          ];
        case 'alter':
          return [
            {
              ...create(change.to, context, 'CREATE OR REPLACE', flavour),
              hazards: [changesDefinition('view', change.to.name), ...definerHazards(change.from, change.to)],
            },
          ];
        default:
          return change satisfies never;
      }
    },
    describe: ({ spec: { columns, query, checkOption, security, algorithm } }) => ({
      parts: [
        { type: 'columns', text: columns.join(', ') },
        { type: 'as', text: query },
        ...(checkOption === undefined ? [] : [{ type: 'check option', text: checkOption.toLowerCase() }]),
        ...(security === undefined ? [] : [{ type: 'security', text: security.toLowerCase() }]),
        ...(algorithm === undefined ? [] : [{ type: 'algorithm', text: algorithm.toLowerCase() }]),
      ],
    }),
    relation: ({ name, spec }) => ({
      name,
      type: 'view',
      columns: spec.columns.map((column) => ({ name: column, type: '', nullable: true })),
      foreignKeys: [],
      indexes: [],
    }),
  };
}

function create(view: View, context: RenderContext, verb: 'CREATE' | 'CREATE OR REPLACE', flavour: Flavour): StepDraft {
  const { columns, query, checkOption, security, algorithm } = view.spec;
  const callsPackage = view.needs.some((need) => partsOf(need).kind === packageBodyKind);
  const mode = callsPackage ? flavour.packageMode?.(context.server.version) : undefined;
  const algorithmClause = algorithm === undefined ? '' : `ALGORITHM=${algorithm} `;
  const securityClause = `SQL SECURITY ${security ?? 'DEFINER'} `;
  const check = checkOption === undefined ? '' : `\nWITH ${checkOption} CHECK OPTION`;
  const list = columns.length > 0 ? ` (${quoteNames(columns)})` : '';
  const settings = { ...(mode !== undefined && { 'mysql/sql_mode': mode }), ...textSettings(view, context) };
  const shown = mode === undefined ? query : readByOracle(query, lexisWith(flavour.executedComments));
  const head = `${verb} ${algorithmClause}${definerClause(view, context)}${securityClause}VIEW ${quoteName(view.name)}${list} AS`;
  return {
    summary: `${verb === 'CREATE' ? 'create' : 'change'} view ${view.name}`,
    sql: [{ text: `${head}\n${shown}${check}` }],
    ...(Object.keys(settings).length > 0 && { settings }),
  };
}

function deltasBetween(from: ViewSpec, to: ViewSpec): readonly Delta[] {
  const pairs = [
    ['columns', from.columns.join(', '), to.columns.join(', ')],
    ['query', from.query, to.query],
    ['check-option', from.checkOption ?? 'NONE', to.checkOption ?? 'NONE'],
    ['security', from.security ?? 'DEFINER', to.security ?? 'DEFINER'],
    ['algorithm', from.algorithm ?? 'UNDEFINED', to.algorithm ?? 'UNDEFINED'],
  ] as const;
  return pairs.flatMap(([noun, before, after]) => changed(noun, before, after));
}

async function* inspectViews(reading: Reading, flavour: Flavour): AsyncGenerator<Found<ViewSpec>> {
  const catalogue = await readCatalogue(reading, flavour);
  const [scope] = reading.scopes;
  if (!scope) return;
  yield* unseenRelations(reading, catalogue, 'view', flavour);
  const inPart = await shownInPart(reading, catalogue, flavour);
  for (const row of catalogue.rows('views')) {
    const reason =
      row.query === ''
        ? 'the server does not show its definition to this role: it takes SHOW VIEW'
        : inPart.why(row.name);
    if (reason !== undefined) {
      yield { scope, unmanaged: { kind: 'view', name: row.name, reason }, at: address('view', row.name) };
      continue;
    }
    const missing = missingIn(row, catalogue, lexisWith(flavour.executedComments));
    if (missing !== undefined) {
      const { leftover, ...found } = notHolding(row.name, missing);
      // What it names may be there unseen.
      yield { scope, ...found, ...(!inPart.hasAny && { leftover }) };
      continue;
    }
    const algorithm = algorithmOf(row, catalogue);
    if (algorithm === undefined) {
      const reason = 'the server does not show its ALGORITHM to this role: it takes SHOW VIEW and SELECT';
      yield { scope, unmanaged: { kind: 'view', name: row.name, reason }, at: address('view', row.name) };
    } else yield { scope, object: viewObject({ ...row, algorithm }, { catalogue, flavour, reading }) };
  }
}

/** The server shows no columns of a view whose definer may not read it, or is gone; its query names all of them. */
function columnsOf({ name, query }: Rows['views'], catalogue: ServerCatalogue, lexis: Lexis): readonly string[] {
  const shown = catalogue.where('columns', 'table', name);
  return shown.length > 0 ? shown.map((column) => column.name) : columnsIn(query, lexis);
}

/** A view that names what is not there cannot be made anywhere: what wants it makes it anew. */
function notHolding(
  name: string,
  missing: string,
): { readonly unmanaged: Unmanaged; readonly at: Address; readonly leftover: Leftover } {
  return {
    unmanaged: { kind: 'view', name, reason: `nobody can read it: ${missing}, which it names, is not there` },
    at: address('view', name),
    leftover: {
      removal: {
        summary: `drop view ${name}, which names what is not there`,
        sql: [{ text: `DROP VIEW IF EXISTS ${quoteName(name)}` }],
        hazards: [dropsUsed('view', name)],
      },
    },
  };
}

/** As the catalogue shows it, or else the definition. */
function algorithmOf({ name, algorithm }: Rows['views'], catalogue: ServerCatalogue): string | undefined {
  return algorithm ?? /^CREATE ALGORITHM=(\w+) /.exec(catalogue.where('shown', 'name', name)[0]?.text ?? '')?.[1];
}

interface Place {
  readonly catalogue: ServerCatalogue;
  readonly flavour: Flavour;
  readonly reading: Reading;
}

function viewObject(row: Rows['views'] & { readonly algorithm: string }, { catalogue, flavour, reading }: Place): View {
  const lexis = lexisWith(flavour.executedComments);
  const { text, names } = withoutDatabase(row.query, catalogue.database.name, nameableIn(catalogue), lexis);
  const self = address('view', row.name);
  return schemaObject<ViewSpec>({
    kind: 'view',
    address: self,
    name: row.name,
    needs: [...calledBy(row, catalogue, lexis), ...needsAmong(names, namedThings(catalogue), self)].sort(byCodeUnit),
    spec: {
      columns: columnsOf(row, catalogue, lexis),
      query: text,
      ...(row.checkOption !== 'NONE' && { checkOption: row.checkOption }),
      ...(row.security !== 'DEFINER' && { security: row.security }),
      ...(row.algorithm !== 'UNDEFINED' && { algorithm: row.algorithm }),
    },
    layout: bodyLayout(row.definer, catalogue, row),
    ...definerExtras(row.definer, reading),
  });
}

/** The functions, and the bodies of packages, without which nobody can make the view. */
function calledBy({ query }: Rows['views'], catalogue: ServerCatalogue, lexis: Lexis): readonly Address[] {
  const { functions, packages } = callsIn(tokenizeMeaning(query, lexis), catalogue.database.name, lexis);
  const known = namedFunctions(catalogue);
  const called = Array.from(functions, (name) => known.get(name.toLowerCase())).filter((name) => name !== undefined);
  return [
    ...new Set([
      ...called.map((name) => address('function', name)),
      ...Array.from(packages, (name) => address(packageBodyKind, name)),
    ]),
  ];
}
