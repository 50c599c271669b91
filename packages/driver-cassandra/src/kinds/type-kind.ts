import {
  type Change,
  type Delta,
  type Found,
  type Impossible,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { breaksClients } from '../hazards.js';
import { quoteName } from '../names.js';
import { readSystem, scopeOf } from '../read/read.js';
import { typeAddress, typesIn } from '../types.js';

/** A field of a type. */
export interface FieldSpec {
  readonly name: string;
  readonly type: string;
}

/** What makes a user-defined type what it is: values are kept by the order of the fields. */
export interface TypeSpec {
  readonly fields: readonly FieldSpec[];
}

interface TypeRow {
  readonly type_name: string;
  readonly field_names: readonly string[];
  readonly field_types: readonly string[];
}

/** User-defined types: fields are added at the end and renamed, and never go. */
export const typeKind: ObjectKind<TypeSpec> = {
  kind: 'cassandra/type',
  title: 'type',
  inspect: inspectTypes,
  compare: (from, to, { renamed }) => deltasOf(from, to, renamed),
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create type ${change.to.name}`, sql: [{ text: printType(change.to) }] }];
      case 'drop':
        return [
          { summary: `drop type ${change.from.name}`, sql: [{ text: `DROP TYPE ${quoteName(change.from.name)}` }] },
        ];
      case 'rename':
        return cannot(change.to.name, `be called otherwise: ${change.from.name} to ${change.to.name}`);
      case 'alter':
        return alterType(change, context.isWayBack === true);
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ columns: spec.fields.map(({ name, type }) => ({ name, type, facts: [] })) }),
};

/** The statement that makes a type. */
function printType({ name, spec }: Pick<SchemaObject<TypeSpec>, 'name' | 'spec'>): string {
  const fields = spec.fields.map((field) => `  ${printField(field)}`).join(',\n');
  return `CREATE TYPE ${quoteName(name)} (\n${fields}\n)`;
}

function printField({ name, type }: FieldSpec): string {
  return `${quoteName(name)} ${type}`;
}

function deltasOf(
  from: SchemaObject<TypeSpec>,
  to: SchemaObject<TypeSpec>,
  renames: ReadonlyMap<string, string>,
): readonly Delta[] {
  const before = new Map(from.spec.fields.map((field) => [field.name, field]));
  const deltas: Delta[] = [];
  const met = new Set<string>();
  for (const field of to.spec.fields) {
    const old = before.get(renames.get(field.name) ?? field.name) ?? before.get(field.name);
    if (old) met.add(old.name);
    if (!old) deltas.push({ type: 'add-field', path: ['fields', field.name], to: printField(field) });
    else if (old.type !== field.type)
      deltas.push({ type: 'change-type', path: ['fields', field.name], from: old.type, to: field.type });
    if (old && old.name !== field.name)
      deltas.push({ type: 'rename-field', path: ['fields', field.name], from: old.name, to: field.name });
  }
  for (const field of from.spec.fields)
    if (!met.has(field.name))
      deltas.push({ type: 'drop-field', path: ['fields', field.name], from: printField(field) });
  if (deltas.every(({ type }) => type === 'rename-field' || type === 'add-field') && isMoved(from, to, deltas))
    deltas.push({ type: 'change-order', path: ['fields'] });
  return deltas;
}

/** Whether the fields that stay are at other places, or what comes is not behind them. */
function isMoved(from: SchemaObject<TypeSpec>, to: SchemaObject<TypeSpec>, deltas: readonly Delta[]): boolean {
  const renamed = new Map(
    deltas.flatMap(({ type, from: old, to: next }) => (type === 'rename-field' ? [[old, next]] : [])),
  );
  return from.spec.fields.some(({ name }, i) => (renamed.get(name) ?? name) !== to.spec.fields[i]?.name);
}

function alterType(
  { to, deltas }: Extract<Change<TypeSpec>, { verb: 'alter' }>,
  isWayBack: boolean,
): readonly StepDraft[] | Impossible {
  const fields = new Map(to.spec.fields.map((field) => [field.name, field]));
  const steps: StepDraft[] = [];
  const alter = `ALTER TYPE ${quoteName(to.name)}`;
  for (const { type, path, from } of deltas) {
    const name = path[1] ?? '';
    const field = fields.get(name);
    if (type === 'rename-field')
      steps.push({
        summary: `rename field ${String(from)} of type ${to.name} to ${name}`,
        sql: [{ text: `${alter} RENAME ${quoteName(String(from))} TO ${quoteName(name)}` }],
        hazards: [breaksClients('field', `${to.name}.${String(from)}`, name)],
      });
    else if (type === 'add-field' && field)
      steps.push({
        summary: `add field ${name} to type ${to.name}`,
        sql: [{ text: `${alter} ADD ${printField(field)}` }],
      });
    else if (type === 'drop-field')
      return { ...cannot(to.name, `lose a field: ${String(from)}`), ...(isWayBack && { lasts: true as const }) };
    else if (type === 'change-type') return cannot(to.name, `have a field of another type: ${name}`);
    else return cannot(to.name, 'have its fields in another order, or new ones ahead of others');
  }
  return steps;
}

function cannot(name: string, what: string): Impossible {
  return {
    impossible: `type ${name} cannot ${what}`,
    hint: `1. Declare a type of another name (${name}_2) with the new fields, and keep ${name}. 2. Give the tables columns of that type beside those of ${name}. 3. Have the application write to both, and copy what the rows hold. 4. Have it read the new columns, and take the old ones, and then ${name}, out of the desired state.`,
  };
}

async function* inspectTypes(reading: Reading): AsyncGenerator<Found<TypeSpec>> {
  const scope = scopeOf(reading);
  for (const row of await readSystem<TypeRow>(reading, 'types')) {
    const fields = row.field_names.map((name, i) => ({ name, type: row.field_types[i] ?? '' }));
    const { type_name: name } = row;
    yield {
      scope,
      object: schemaObject({
        kind: 'cassandra/type',
        address: typeAddress(name),
        name,
        spec: { fields },
        needs: typesIn(row.field_types),
      }),
    };
  }
}
