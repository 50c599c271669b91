import {
  type Address,
  address,
  type Catalogue,
  type DocumentContent,
  type DocumentNode,
  type Json,
  partsOf,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { EnumSpec } from '../kinds/enum/spec.js';
import { commentOf, commentOn } from './comment.js';
import { needsOfPlace, type PostgresEngine, readFrame, required } from './frame.js';
import { nonEmpty, pathIn, typeIn } from './text.js';
import { placed, schemaOfDocument, type WrittenObject } from './written.js';

interface Attribute {
  readonly name: string;
  readonly type: string;
  readonly collation?: string;
}

/** Reads a DataType document: an enum, or a composite type. */
export function readDataType(spec: DocumentNode, engine: PostgresEngine): DocumentContent {
  const frame = readFrame(spec, engine, ['enum', 'fields', 'comment']);
  const { name, prefix, section, sectionNode } = frame;
  if (frame.isDeleted) return { objects: [], deleted: [[...prefix, name]] };
  const { enum: labels, fields } = section;
  if (labels && fields) fields.fail('a type has values or fields, not both');
  const kind = labels ? 'postgres/enum' : 'postgres/composite-type';
  const at: Address = address(kind, ...prefix, name);
  const object = schemaObject({
    kind,
    address: at,
    name,
    spec: labels
      ? { labels: labels.items().map((item) => item.text()) }
      : { attributes: required(fields, sectionNode, 'enum or fields').items().map(readAttribute) },
    needs: needsOfPlace(prefix),
  });
  return {
    objects: [object, ...commentOf(at, section.comment?.text())],
    implied: frame.implied,
    renames: frame.renames,
  };
}

function readAttribute(node: DocumentNode): Attribute {
  const { name, type, collation } = node.fields(['name', 'type', 'collation']);
  return {
    name: nonEmpty(required(name, node, 'name'), 'the name'),
    type: typeIn(required(type, node, 'type')),
    ...(collation && { collation: pathIn(collation, 'the collation') }),
  };
}

/** Writes the enums and composite types of a catalogue. */
export function writeDataTypes(catalogue: Catalogue, engine: PostgresEngine): readonly WrittenObject[] {
  return [...catalogue].flatMap((object) => {
    const content = contentOf(object);
    if (!content) return [];
    const comment = commentOn(object, catalogue);
    const isTold = comment.columns === undefined;
    const section = {
      ...placed(object),
      ...content,
      ...(isTold && comment.text !== undefined && { comment: comment.text }),
    };
    return [
      {
        name: partsOf(object.address).parts.join('.'),
        spec: { name: object.name, schema: { [engine]: section } },
        covers: [object, ...schemaOfDocument(object, catalogue), ...(isTold ? comment.covers : [])],
      },
    ];
  });
}

function contentOf({ kind, spec }: SchemaObject): { readonly [field: string]: Json } | undefined {
  if (kind === 'postgres/enum') return { enum: (spec as EnumSpec).labels };
  if (kind !== 'postgres/composite-type') return undefined;
  const { attributes } = spec as { readonly attributes: readonly Attribute[] };
  return { fields: attributes.map((attribute) => ({ ...attribute })) };
}
