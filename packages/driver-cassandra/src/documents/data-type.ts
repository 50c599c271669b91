import type { DocumentKind, DocumentNode } from '@sync/core';
import type { FieldSpec, TypeSpec } from '../kinds/type-kind.js';
import { typeAddress, typesIn } from '../types.js';
import { nonEmpty, required, soleObjectDocument } from './frame.js';
import { typeIn } from './type-text.js';

/** Documents of user-defined types. */
export const dataTypeDocument: DocumentKind = soleObjectDocument<TypeSpec, 'fields'>({
  document: 'DataType',
  kind: 'cassandra/type',
  fields: ['fields'],
  address: typeAddress,
  read({ section, sectionNode }) {
    const fields = required(section.fields, sectionNode, 'fields').items().map(readField);
    return { spec: { fields }, needs: typesIn(fields.map(({ type }) => type)) };
  },
  write: ({ fields }) => ({ fields: fields.map((field) => ({ ...field })) }),
});

function readField(node: DocumentNode): FieldSpec {
  const { name, type } = node.fields(['name', 'type']);
  return {
    name: nonEmpty(required(name, node, 'name'), 'the name'),
    type: typeIn(required(type, node, 'type')),
  };
}
