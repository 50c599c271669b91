import {
  address,
  type Brought,
  type Change,
  type Delta,
  type Found,
  type Impossible,
  type ObjectKind,
  partsOf,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { dropsExtension, movesExtension, updatesExtension } from '../hazards.js';
import { type ExtensionRow, extensions } from '../read/parts/extensions.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { makingWay, namesBrought, namesMadeAnew } from './extension/made-anew.js';
import { type ExtensionSpec, layoutOf } from './extension/spec.js';
import { aroundDefaults, letGo, takingUp } from './routine/let-go.js';
import { partitionedBy } from './routine/partitioned-by.js';

type Extension = SchemaObject<ExtensionSpec>;

/** Extensions: created where the desired state names them, and dropped or updated only where the user asks for that. */
export const extensionKind: ObjectKind<ExtensionSpec> = {
  kind: 'postgres/extension',
  title: 'extension',
  optIn: { part: 'extensions', reason: 'extensions stay unless --with extensions' },
  inspect: inspectExtensions,
  compare: compareExtensions,
  follow: followInExtension,
  brings: membersOnTheMove,
  entails(change, { base }) {
    const isUpdated = change.verb === 'alter' && change.deltas.some(({ type }) => type === 'change-version');
    return isUpdated ? makingWay(change.from, change.to, base) : new Map();
  },
  render(change, context) {
    switch (change.verb) {
      case 'create': {
        const made = { summary: `create extension ${change.to.name}`, sql: [{ text: printExtension(change.to) }] };
        return takingUp(made, change.address, context);
      }
      case 'drop':
        return dropExtension(change.from, context);
      case 'alter':
        return alterExtension(change, context);
      case 'rename':
        return { impossible: 'an extension cannot be renamed' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { schema, version } }) => ({
    head: `in ${schema}${version === undefined ? '' : ` version ${version}`}`,
  }),
};

function printExtension({ name, spec: { schema, version } }: Extension): string {
  const clause = version === undefined ? '' : ` VERSION ${quoteText(version)}`;
  return `CREATE EXTENSION ${quoteName(name)} SCHEMA ${quoteName(schema)}${clause}`;
}

function compareExtensions(from: Extension, to: Extension): readonly Delta[] | { readonly replace: string } {
  const { relocatable = true, updates = [] } = layoutOf(from);
  const [{ schema, version }, next] = [from.spec, to.spec];
  if (schema !== next.schema && !relocatable) return { replace: 'it cannot go to another schema' };
  const isUpdated = version !== next.version;
  if (isUpdated && !updates.includes(next.version ?? '')) {
    return { replace: `it has no update from version ${version} to ${next.version}` };
  }
  return [
    ...(isUpdated
      ? [{ type: 'change-version', path: ['version'], from: version ?? null, to: next.version ?? null } as const]
      : []),
    ...(schema === next.schema
      ? []
      : [{ type: 'change-schema', path: ['schema'], from: schema, to: next.schema } as const]),
  ];
}

/** The server knows members by number: with another schema they have another name in all that is printed, and nothing else about it changes. */
function membersOnTheMove(from: Extension, to: Extension): Brought | undefined {
  const { relocatable = true, members = [] } = layoutOf(from);
  if (from.spec.schema === to.spec.schema || !relocatable) return undefined;
  return { names: members, from: [from.spec.schema], to: [to.spec.schema] };
}

function alterExtension(
  change: Extract<Change<ExtensionSpec>, { verb: 'alter' }>,
  context: RenderContext,
): readonly StepDraft[] | Impossible {
  const { from, to, deltas } = change;
  const alter = `ALTER EXTENSION ${quoteName(to.name)}`;
  const drafts: StepDraft[] = [];
  for (const delta of deltas) {
    const [old, name] = [String(delta.from), String(delta.to)];
    if (delta.type === 'change-version') {
      const update: StepDraft = {
        summary: `update extension ${to.name} to ${name}`,
        sql: [{ text: `${alter} UPDATE TO ${quoteText(name)}` }],
        hazards: [updatesExtension(to.name, old, name)],
      };
      const draft = aroundDefaults(update, from.address, namesMadeAnew(from, to), context);
      if ('impossible' in draft) return draft;
      drafts.push(draft);
    } else {
      drafts.push({
        summary: `move extension ${to.name} to ${name}`,
        sql: [{ text: `${alter} SET SCHEMA ${quoteName(name)}` }],
        hazards: [movesExtension(to.name, old, name)],
      });
    }
  }
  return drafts;
}

/** It is in its schema, whatever that is called. */
function followInExtension(extension: Extension, rename: Rename): Extension {
  if (rename.of !== 'object' || rename.from !== address('schema', extension.spec.schema)) return extension;
  return schemaObject({ ...extension, spec: { ...extension.spec, schema: partsOf(rename.to).parts.join('.') } });
}

function dropExtension(from: Extension, context: RenderContext): readonly StepDraft[] | Impossible {
  const isReplaced = context.change(from.address)?.verb === 'replace';
  const table = isReplaced && context.base.dependents(from.address).find(({ kind }) => kind === 'table');
  const held = isReplaced && partitionedBy(from.address, context, namesBrought(from));
  if (held) return held;
  const aside = isReplaced ? letGo(from.address, context) : { sql: [] };
  if ('impossible' in aside) return aside;
  if (table && aside.sql.length === 0) {
    return {
      impossible: `table ${table.name} stands on what it brings along, and it would have to be dropped and created again`,
      hint: `Change the extension by hand (ALTER EXTENSION ${from.name} UPDATE), or plan without --with extensions.`,
    };
  }
  return [
    {
      summary: `drop extension ${from.name}`,
      ...aside,
      sql: [...aside.sql, { text: `DROP EXTENSION ${quoteName(from.name)}` }],
      hazards: isReplaced ? [] : [dropsExtension(from.name)],
    },
  ];
}

async function* inspectExtensions(reading: Reading): AsyncGenerator<Found<ExtensionSpec>> {
  const scope = reading.scopes.find(({ path }) => path.length === 0);
  if (!scope) return;
  const catalogue = await readCatalogue(reading);
  for (const row of catalogue.rows(extensions)) {
    yield { scope, object: extensionObject(row, reading, new Set(catalogue.places.map(({ schema }) => schema))) };
  }
}

function extensionObject(row: ExtensionRow, reading: Reading, schemas: ReadonlySet<string>): Extension {
  const { name, schema, version, relocatable, updates, members, shapes } = row;
  return schemaObject<ExtensionSpec>({
    kind: 'postgres/extension',
    address: address('postgres/extension', name),
    name,
    spec: { schema, ...(reading.with.has('extensions') && { version }) },
    needs: schema !== 'public' && schemas.has(schema) ? [address('schema', schema)] : [],
    layout: { relocatable, updates, members, shapes },
  });
}
