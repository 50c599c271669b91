import {
  type DocumentContent,
  type DocumentKind,
  type DocumentNode,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { FieldSpec, TypeSpec } from '../kinds/type-kind.js';
import { typeAddress, typesIn } from '../types.js';
import { nonEmpty, readFrame, required } from './frame.js';
import { typeIn } from './type-text.js';

/** Documents of user-defined types. */
export const dataTypeDocument: DocumentKind = {
  document: 'DataType',
  read: readDataType,
  write: (catalogue) =>
    [...catalogue].flatMap((object) => {
      if (object.kind !== 'cassandra/type') return [];
      const { name, spec } = object as SchemaObject<TypeSpec>;
      const fields = spec.fields.map((field) => ({ ...field }));
      return [{ name, spec: { name, schema: { cassandra: { fields } } }, covers: [object] }];
    }),
};

function readDataType(spec: DocumentNode): DocumentContent {
  const { name, section, sectionNode, isDeleted, renames } = readFrame(spec, ['fields'] as const);
  if (isDeleted) return { objects: [], deleted: [[name]] };
  const fields = required(section.fields, sectionNode, 'fields').items().map(readField);
  const object: SchemaObject<TypeSpec> = schemaObject({
    kind: 'cassandra/type',
    address: typeAddress(name),
    name,
    spec: { fields },
    needs: typesIn(fields.map(({ type }) => type)),
  });
  return { objects: [object], renames };
}

function readField(node: DocumentNode): FieldSpec {
  const { name, type } = node.fields(['name', 'type']);
  return {
    name: nonEmpty(required(name, node, 'name'), 'the name'),
    type: typeIn(required(type, node, 'type')),
  };
}
