import {
  address,
  type Catalogue,
  type DocumentContent,
  type DocumentNode,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import { needsOfPlace, type PostgresEngine, placeOf, required } from './frame.js';
import { nonEmpty } from './text.js';
import type { WrittenObject } from './written.js';

interface Extension {
  readonly schema: string;
  readonly version?: string;
}

/** Reads a DatabaseExtension document, whose section stands in the spec itself. */
export function readExtension(spec: DocumentNode, engine: PostgresEngine): DocumentContent {
  const { value } = spec;
  const others = Object.keys(Object(value)).filter((field) => field === 'cockroachdb' || field === 'timescaledb');
  const fields = spec.fields<string>(['database', 'removeOnDeletion', 'requires', 'postgres', ...others]);
  const section = fields[engine] ?? (engine === 'timescaledb' ? fields.postgres : undefined);
  if (!section) {
    return {
      objects: [],
      warnings: [{ at: spec.at, message: `this DatabaseExtension says nothing for ${engine}: left out` }],
    };
  }
  const { name, version, schema, isDeleted } = section.fields(['name', 'version', 'schema', 'isDeleted']);
  const named = nonEmpty(required(name, section, 'name'), 'the name');
  if (isDeleted?.boolean()) return { objects: [], deleted: [[named]] };
  const { prefix, implied } = placeOf(schema);
  const object = schemaObject<Extension>({
    kind: 'postgres/extension',
    address: address('postgres/extension', named),
    name: named,
    spec: { schema: prefix[0] ?? 'public', ...(version?.text() && { version: version.text() }) },
    needs: needsOfPlace(prefix),
  });
  return { objects: [object], implied };
}

/** Writes the extensions of a catalogue. */
export function writeExtensions(catalogue: Catalogue, engine: PostgresEngine): readonly WrittenObject[] {
  return [...catalogue]
    .filter((object): object is SchemaObject<Extension> => object.kind === 'postgres/extension')
    .map((extension) => {
      const { name, spec } = extension;
      const section = {
        name,
        ...(spec.version !== undefined && { version: spec.version }),
        ...(spec.schema !== 'public' && { schema: spec.schema }),
      };
      const schema = catalogue.get(address('schema', spec.schema));
      return { name, spec: { [engine]: section }, covers: [extension, ...(schema ? [schema] : [])] };
    });
}
