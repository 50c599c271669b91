import {
  address,
  type Delta,
  equalJson,
  type Found,
  type Impossible,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import { breaksClients } from '../hazards.js';
import { type ServerRow, servers } from '../read/parts/foreign.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { changeOptions, leftAloneFor, type Options, printOptions, readOptions } from './foreign/options.js';

/** A foreign server. */
export interface ServerSpec {
  readonly wrapper: string;
  readonly type?: string;
  readonly version?: string;
  readonly options?: Options;
}

type Server = SchemaObject<ServerSpec>;

/** Foreign servers, without what anybody logs in there with. */
export const serverKind: ObjectKind<ServerSpec> = {
  kind: 'postgres/server',
  title: 'foreign server',
  optIn: { part: 'database', reason: 'what is of the whole database stays unless --with database' },
  inspect: inspectServers,
  compare({ spec: from }, { spec: to }) {
    if (from.wrapper !== to.wrapper || from.type !== to.type) {
      return { replace: 'what a server is cannot be changed' };
    }
    if (from.version !== undefined && to.version === undefined) return { replace: 'a version cannot be taken back' };
    const version: Delta = {
      type: 'change-version',
      path: ['version'],
      from: from.version ?? null,
      to: to.version ?? null,
    };
    const options: Delta = {
      type: 'change-options',
      path: ['options'],
      from: from.options ?? {},
      to: to.options ?? {},
    };
    return [
      ...(from.version === to.version ? [] : [version]),
      ...(equalJson(options.from ?? null, options.to ?? null) ? [] : [options]),
    ];
  },
  render(change) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create foreign server ${change.to.name}`, sql: [{ text: printServer(change.to) }] }];
      case 'drop':
        return (
          refuseMapped(change.from) ?? [
            {
              summary: `drop foreign server ${change.from.name}`,
              sql: [{ text: `DROP SERVER ${quoteName(change.from.name)}` }],
            },
          ]
        );
      case 'rename':
        return [
          {
            summary: `rename foreign server ${change.from.name} to ${change.to.name}`,
            sql: [{ text: `ALTER SERVER ${quoteName(change.from.name)} RENAME TO ${quoteName(change.to.name)}` }],
            hazards: [breaksClients('foreign server', change.from.name, change.to.name)],
          },
        ];
      case 'alter': {
        const { from, to } = change;
        const clauses = [
          ...(from.spec.version === to.spec.version ? [] : [`VERSION ${quoteText(to.spec.version ?? '')}`]),
          changeOptions(from.spec.options, to.spec.options),
        ];
        const text = ['ALTER SERVER', quoteName(to.name), ...clauses.filter((clause) => clause !== '')].join(' ');
        return [{ summary: `alter foreign server ${to.name}`, sql: [{ text }] }];
      }
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: printTail(spec) }),
};

/** The statement that makes a foreign server. */
export function printServer({ name, spec }: Pick<Server, 'name' | 'spec'>): string {
  return `CREATE SERVER ${quoteName(name)}${printTail(spec)}`;
}

function printTail({ wrapper, type, version, options }: ServerSpec): string {
  return [
    type === undefined ? '' : ` TYPE ${quoteText(type)}`,
    version === undefined ? '' : ` VERSION ${quoteText(version)}`,
    ` FOREIGN DATA WRAPPER ${quoteName(wrapper)}`,
    printOptions(options),
  ].join('');
}

/** What users log in with is read by nobody here, so that nobody could put it back. */
function refuseMapped({ name, layout }: Server): Impossible | undefined {
  const { mappings = 0 } = (layout ?? {}) as { readonly mappings?: number };
  if (mappings === 0) return undefined;
  return {
    impossible: `foreign server ${name} has user mappings, which are left alone and would have to go with it`,
    hint: 'Drop them yourself first: \\deu lists them, DROP USER MAPPING FOR … SERVER … drops one.',
  };
}

async function* inspectServers(reading: Reading): AsyncGenerator<Found<ServerSpec>> {
  const scope = reading.scopes.find(({ path }) => path.length === 0);
  if (!scope) return;
  const catalogue = await readCatalogue(reading);
  for (const row of catalogue.rows(servers)) {
    const reason = leftAloneFor([row.options]);
    if (reason !== undefined) {
      yield { scope, unmanaged: { kind: 'foreign server', name: row.name, reason } };
    } else yield { scope, object: serverObject(row, catalogue.needsOf('pg_foreign_server', row.oid)) };
  }
}

/** What a row says of a server. */
export function serverSpec({ wrapper, type, version, options }: ServerRow): ServerSpec {
  return {
    wrapper,
    ...(type !== null && { type }),
    ...(version !== null && { version }),
    ...readOptions(options),
  };
}

function serverObject(row: ServerRow, needs: Server['needs']): Server {
  const { name, mappings } = row;
  return schemaObject<ServerSpec>({
    kind: 'postgres/server',
    address: address('postgres/server', name),
    name,
    spec: serverSpec(row),
    needs,
    ...(mappings > 0 && { layout: { mappings } }),
  });
}
