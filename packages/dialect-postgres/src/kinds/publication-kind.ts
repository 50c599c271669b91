import {
  type Address,
  address,
  byCodeUnit,
  type CarryContext,
  type Change,
  type Found,
  type Hazard,
  type Json,
  type ObjectKind,
  partsOf,
  type Reading,
  type Rename,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { breaksClients, dropsPublication, publishesLess } from '../hazards.js';
import { type PublicationRow, publications, publishedTables } from '../read/parts/publications.js';
import { readCatalogue } from '../read/read-catalogue.js';
import type { ServerCatalogue } from '../read/server-catalogue.js';
import { followName } from '../text/follow-name.js';
import { quoteName } from '../text/names.js';
import { renameColumnIn } from '../text/rename-in.js';
import { comesBack } from './comes-back.js';
import { isInherited } from './publication/is-inherited.js';
import {
  keyOf,
  membersOf,
  namedBy,
  optionsOf,
  printMembers,
  printOption,
  publicationDeltas,
  publishedKinds,
} from './publication/members.js';
import type { PublicationSpec, PublishedTable } from './publication/spec.js';
import { withoutColumns } from './publication/without-columns.js';
import { remakesType } from './type/remakes-type.js';
import { disturbs, followUses, readUses, usesOf } from './uses.js';

type Publication = SchemaObject<PublicationSpec>;

/**
 * Publications: altered table by table, so that nothing waits for those that stay. Who subscribes is seen from the other end only, and tools make publications for
 * themselves: one that the desired state does not name stays.
 */
export const publicationKind: ObjectKind<PublicationSpec> = {
  kind: 'postgres/publication',
  title: 'publication',
  optIn: { part: 'database', reason: 'what is of the whole database stays unless --with database' },
  inspect: inspectPublications,
  compare(from, to) {
    if (from.spec.allTables !== to.spec.allTables) {
      return { replace: 'whether it is for all tables cannot be changed' };
    }
    return publicationDeltas(from, to);
  },
  survives(publication, change, context) {
    if (change.verb === 'replace' || remakesType(change)) return false;
    return !disturbs(change, usesOf(publication), context);
  },
  follow: followInPublication,
  carry: withoutWhatGoes,
  render(change, context) {
    const alone = (table: Address) => isInherited(table, context);
    switch (change.verb) {
      case 'create':
        return (
          withoutColumns(change.to, context) ?? [
            { summary: `create publication ${change.to.name}`, sql: [{ text: printPublication(change.to, alone) }] },
          ]
        );
      case 'drop':
        return [
          {
            summary: `drop publication ${change.from.name}`,
            sql: [{ text: `DROP PUBLICATION ${quoteName(change.from.name)}` }],
            hazards: comesBack(change.from, context) ? [] : [dropsPublication(change.from.name)],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename publication ${change.from.name} to ${change.to.name}`,
            sql: [{ text: `ALTER PUBLICATION ${quoteName(change.from.name)} RENAME TO ${quoteName(change.to.name)}` }],
            hazards: [breaksClients('publication', change.from.name, change.to.name)],
          },
        ];
      case 'alter':
        return [alterPublication(change, alone)];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({
    head: [...clausesOf(spec, () => false), ...optionsOf(spec)].join(' ').trim() || 'for nothing yet',
  }),
};

function clausesOf(spec: PublicationSpec, alone: (table: Address) => boolean): readonly string[] {
  if (spec.allTables) return ['FOR ALL TABLES'];
  const members = membersOf(spec);
  return members.length > 0 ? [`FOR ${printMembers(members, alone)}`] : [];
}

function printPublication({ name, spec }: Publication, alone: (table: Address) => boolean): string {
  const options = optionsOf(spec);
  return [
    `CREATE PUBLICATION ${quoteName(name)}`,
    ...clausesOf(spec, alone),
    ...(options.length > 0 ? [`WITH (${options.join(', ')})`] : []),
  ].join(' ');
}

/** What goes leaves before anything joins, since some cannot stand beside each other. */
function alterPublication(
  { from, to, deltas }: Extract<Change<PublicationSpec>, { verb: 'alter' }>,
  alone: (table: Address) => boolean,
): StepDraft {
  const alter = `ALTER PUBLICATION ${quoteName(to.name)}`;
  const changed = (spec: PublicationSpec, ...types: readonly string[]) => {
    const keys = new Set(deltas.flatMap((delta) => (types.includes(delta.type) ? [keyOf(delta)] : [])));
    return membersOf(spec).filter((member) => keys.has(keyOf(member)));
  };
  const gone = changed(from.spec, 'drop-member', 'change-member');
  const added = changed(to.spec, 'add-member', 'change-member');
  const options = (['publish', 'viaRoot', 'generated'] as const).filter((option) =>
    deltas.some(({ path }) => path[0] === option),
  );
  return {
    summary: `alter publication ${to.name}`,
    sql: [
      ...(gone.length > 0 ? [{ text: `${alter} DROP ${printMembers(gone, alone, 'name')}` }] : []),
      ...(added.length > 0 ? [{ text: `${alter} ADD ${printMembers(added, alone)}` }] : []),
      ...(options.length > 0
        ? [{ text: `${alter} SET (${options.map((option) => printOption(option, to.spec)).join(', ')})` }]
        : []),
    ],
    hazards: lessPublished(from, to),
  };
}

/** What subscribers do not get any more. */
function lessPublished(from: Publication, to: Publication): readonly Hazard[] {
  const kept = new Map(membersOf(to.spec).map((member) => [keyOf(member), member]));
  const whole = new Set(to.spec.schemas);
  const less = membersOf(from.spec).flatMap((member) => {
    const after = kept.get(keyOf(member));
    if (!after) return whole.has(member.schema) ? [] : [member.name];
    return after.part !== member.part && after.part !== '' ? [member.name] : [];
  });
  const kinds = new Set(to.spec.publish?.split(', '));
  const unsaid = to.spec.publish === undefined ? [] : verbs.filter((verb) => !kinds.has(verb) && publishes(from, verb));
  return [...less, ...unsaid].length > 0 ? [publishesLess(to.name, [...less, ...unsaid])] : [];
}

const verbs = ['insert', 'update', 'delete', 'truncate'] as const;

function publishes({ spec: { publish } }: Publication, verb: string): boolean {
  return publish === undefined || publish.split(', ').includes(verb);
}

/** The server knows tables and columns by their numbers. */
function followInPublication(publication: Publication, rename: Rename): Publication {
  const { tables, schemas } = publication.spec;
  const renamed = tables?.map((published): PublishedTable => {
    if (rename.of === 'object') {
      if (published.table === rename.from) return { ...published, table: rename.to };
      const isNamed = published.filter !== undefined && publication.needs.includes(rename.to);
      return isNamed ? { ...published, filter: followName(published.filter, rename) } : published;
    }
    if (published.table !== rename.object) return published;
    const { columns, filter } = published;
    return {
      ...published,
      ...(columns && { columns: columns.map((name) => (name === rename.from ? rename.to : name)).sort(byCodeUnit) }),
      ...(filter !== undefined && { filter: renameColumnIn(filter, rename.from, rename.to) }),
    };
  });
  const isSchema = rename.of === 'object' && partsOf(rename.from).kind === 'schema';
  const inSchemas = schemas?.map((name) => (isSchema && address('schema', name) === rename.from ? rename.name : name));
  return schemaObject({
    ...publication,
    spec: {
      ...publication.spec,
      ...(renamed && { tables: sorted(renamed) }),
      ...(inSchemas && { schemas: inSchemas.sort(byCodeUnit) }),
    },
    layout: {
      ...(publication.layout as Readonly<Record<string, Json>> | undefined),
      uses: followUses(usesOf(publication), rename) as readonly (readonly string[])[],
    },
  });
}

/** A table or a schema that goes leaves the publication without a word. */
function withoutWhatGoes(publication: Publication, { after }: CarryContext): Publication {
  const { tables, schemas, ...rest } = publication.spec;
  const tablesLeft = tables?.filter(({ table }) => after.has(table)) ?? [];
  const schemasLeft = schemas?.filter((name) => name === 'public' || after.has(address('schema', name))) ?? [];
  const spec = {
    ...rest,
    ...(tablesLeft.length > 0 && { tables: tablesLeft }),
    ...(schemasLeft.length > 0 && { schemas: schemasLeft }),
  };
  return schemaObject({ ...publication, spec, needs: publication.needs.filter((need) => after.has(need)) });
}

function sorted(tables: readonly PublishedTable[]): readonly PublishedTable[] {
  return [...tables].sort((a, b) => byCodeUnit(a.table, b.table));
}

async function* inspectPublications(reading: Reading): AsyncGenerator<Found<PublicationSpec>> {
  const scope = reading.scopes.find(({ path }) => path.length === 0);
  if (!scope) return;
  const catalogue = await readCatalogue(reading);
  for (const row of catalogue.rows(publications)) {
    const listed = catalogue.where(publishedTables, 'publication', row.oid);
    const unknown = listed.find(({ relation }) => catalogue.addressOf('pg_class', relation) === undefined);
    if (unknown) {
      const reason = `publishes ${unknown.name}, which is not covered yet`;
      yield { scope, unmanaged: { kind: 'publication', name: row.name, reason } };
    } else yield { scope, object: publicationObject(row, catalogue) };
  }
}

function publicationObject(row: PublicationRow, catalogue: ServerCatalogue): Publication {
  const { oid, name, allTables, publish, viaRoot, generated, schemas } = row;
  const tables = catalogue.where(publishedTables, 'publication', oid).flatMap(({ relation, columns, filter }) => {
    const table = catalogue.addressOf('pg_class', relation);
    return table === undefined ? [] : [{ table, ...(columns && { columns }), ...(filter !== null && { filter }) }];
  });
  const said = publishedKinds(publish);
  const spec: PublicationSpec = {
    ...(allTables && { allTables: true as const }),
    ...(tables.length > 0 && { tables: sorted(tables) }),
    ...(schemas.length > 0 && { schemas }),
    ...(said !== undefined && { publish: said }),
    ...(viaRoot && { viaRoot: true as const }),
    ...(generated && { generated: true as const }),
  };
  const { uses, types } = readUses(catalogue, 'pg_publication', oid);
  const needs = [...namedBy(spec), ...catalogue.needsOf('pg_publication', oid), ...types];
  return schemaObject<PublicationSpec>({
    kind: 'postgres/publication',
    address: address('postgres/publication', name),
    name,
    spec,
    needs: [...new Set(needs)].sort(),
    layout: { uses },
  });
}
