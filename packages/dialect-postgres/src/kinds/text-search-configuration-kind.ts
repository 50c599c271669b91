import {
  address,
  type Delta,
  equalJson,
  type Found,
  grouped,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import { changesResults } from '../hazards.js';
import { configurations } from '../read/parts/text-search.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { followName } from '../text/follow-name.js';
import { quoteName } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { renaming } from './renaming.js';

/** A text search configuration. */
export interface ConfigurationSpec {
  /** Its path, as SQL. */
  readonly parser: string;
  /** By the sort of token, the paths of the dictionaries that it is looked up in, in their order. */
  readonly mappings: Readonly<Record<string, readonly string[]>>;
}

type Configuration = SchemaObject<ConfigurationSpec>;

/** Text search configurations: what is looked up where is changed in place. */
export const configurationKind: ObjectKind<ConfigurationSpec> = {
  kind: 'postgres/text-search-configuration',
  title: 'text search configuration',
  inspect: inspectConfigurations,
  compare({ spec: from }, { spec: to }) {
    if (from.parser !== to.parser) return { replace: 'the parser of a configuration cannot be changed' };
    const tokens = [...new Set([...Object.keys(from.mappings), ...Object.keys(to.mappings)])].sort();
    return tokens.flatMap((token): readonly Delta[] => {
      const [before, after] = [from.mappings[token] ?? null, to.mappings[token] ?? null];
      if (equalJson(before, after)) return [];
      return [{ type: 'change-mapping', path: ['mappings', token], from: before, to: after }];
    });
  },
  follow(configuration, rename) {
    if (rename.of !== 'object' || !configuration.needs.includes(rename.to)) return configuration;
    const { spec } = configuration;
    const mappings = Object.entries(spec.mappings).map(
      ([token, paths]) => [token, paths.map((path) => followName(path, rename))] as const,
    );
    return schemaObject({ ...configuration, spec: { ...spec, mappings: Object.fromEntries(mappings) } });
  },
  render(change, context) {
    switch (change.verb) {
      case 'create': {
        const { to } = change;
        const create = `CREATE TEXT SEARCH CONFIGURATION ${qualified(to)} (PARSER = ${to.spec.parser})`;
        const sql = [create, ...mappingStatements(to, 'ADD', Object.entries(to.spec.mappings))];
        return [{ summary: `create text search configuration ${shown(to)}`, sql: sql.map((text) => ({ text })) }];
      }
      case 'drop':
        return [
          {
            summary: `drop text search configuration ${shown(change.from)}`,
            sql: [{ text: `DROP TEXT SEARCH CONFIGURATION ${qualified(change.from)}` }],
          },
        ];
      case 'rename':
        return [renaming({ ...change, title: 'text search configuration' }, context)];
      case 'alter':
        return [
          {
            summary: `alter text search configuration ${shown(change.to)}`,
            sql: alterMappings(change.from, change.to).map((text) => ({ text })),
            hazards: [changesResults(`text search configuration ${shown(change.to)}`, 'what was indexed with it')],
          },
        ];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { parser, mappings } }) => ({
    head: [
      `parser ${parser}`,
      ...byDictionaries(Object.entries(mappings)).map(([paths, tokens]) => `${tokens.join(', ')} with ${paths}`),
    ].join('; '),
  }),
};

type Mapping = readonly [token: string, paths: readonly string[]];

/** Tokens that are looked up in the same dictionaries are said together. */
function byDictionaries(mappings: readonly Mapping[]): readonly (readonly [string, readonly string[]])[] {
  return [...grouped(mappings, ([, paths]) => paths.join(', '))].map(([paths, same]) => [
    paths,
    same.map(([token]) => quoteName(token)),
  ]);
}

function mappingStatements(
  configuration: Configuration,
  verb: 'ADD' | 'ALTER',
  mappings: readonly Mapping[],
): readonly string[] {
  return byDictionaries(mappings).map(
    ([paths, tokens]) =>
      `ALTER TEXT SEARCH CONFIGURATION ${qualified(configuration)} ${verb} MAPPING FOR ${tokens.join(', ')} WITH ${paths}`,
  );
}

function alterMappings({ spec: { mappings: old } }: Configuration, to: Configuration): readonly string[] {
  const next = to.spec.mappings;
  const gone = Object.keys(old).filter((token) => !next[token]);
  const changed = Object.entries(next).filter(([token, paths]) => old[token] && !equalJson(old[token], paths));
  const added = Object.entries(next).filter(([token]) => !old[token]);
  const drop = `ALTER TEXT SEARCH CONFIGURATION ${qualified(to)} DROP MAPPING FOR ${gone.map(quoteName).join(', ')}`;
  return [
    ...(gone.length > 0 ? [drop] : []),
    ...mappingStatements(to, 'ALTER', changed),
    ...mappingStatements(to, 'ADD', added),
  ];
}

async function* inspectConfigurations(reading: Reading): AsyncGenerator<Found<ConfigurationSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { oid, namespace, name, parser, mappings } of catalogue.rows(configurations)) {
    const place = catalogue.placeOf(namespace);
    const object = schemaObject<ConfigurationSpec>({
      kind: 'postgres/text-search-configuration',
      address: address('postgres/text-search-configuration', ...place.prefix, name),
      name,
      spec: { parser, mappings: Object.fromEntries(JSON.parse(mappings) as readonly Mapping[]) },
      needs: [...new Set([...schemaNeed(place), ...catalogue.needsOf('pg_ts_config', oid)])],
    });
    yield { scope: place.scope, object };
  }
}
