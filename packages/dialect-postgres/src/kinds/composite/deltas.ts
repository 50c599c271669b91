import { type Delta, equalJson, type Json, type SchemaObject } from '@sync/core';
import { quoteName } from '../../text/names.js';
import type { AttributeDelta, AttributeSpec, CompositeSpec } from './spec.js';

/** An attribute as CREATE TYPE and ADD ATTRIBUTE take it. */
export function printAttribute({ name, type, collation }: AttributeSpec): string {
  return `${quoteName(name)} ${type}${collation === undefined ? '' : ` COLLATE ${collation}`}`;
}

/** What stands between two composite types: an attribute that goes, or comes at the end, or has another name; for anything else the type is made anew. */
export function attributeDeltas(
  { spec: from }: SchemaObject<CompositeSpec>,
  { spec: to }: SchemaObject<CompositeSpec>,
  renamed: ReadonlyMap<string, string>,
): readonly AttributeDelta[] {
  const old = new Map(from.attributes.map((attribute) => [attribute.name, attribute]));
  const origin = (name: string) => {
    const before = renamed.get(name);
    return before !== undefined && old.has(before) ? before : name;
  };
  const kept = to.attributes.filter(({ name }) => old.has(origin(name)));
  const keptOrigins = new Set(kept.map(({ name }) => origin(name)));
  const renames = kept.flatMap(({ name }): readonly AttributeDelta[] =>
    origin(name) === name
      ? []
      : [{ type: 'rename-attribute', path: ['attributes', name], from: origin(name), to: name }],
  );
  const stayed = from.attributes.filter(({ name }) => keptOrigins.has(name)).map(({ name }) => name);
  const inPlace =
    equalJson(
      stayed,
      kept.map(({ name }) => origin(name)),
    ) &&
    kept.every((attribute, i) => attribute === to.attributes[i]) &&
    kept.every((attribute) =>
      equalJson({ ...old.get(origin(attribute.name)), name: attribute.name } as Json, attribute as unknown as Json),
    );
  if (!inPlace) {
    const list = ({ attributes }: CompositeSpec) => attributes.map(printAttribute).join(', ');
    return [{ type: 'change-attributes', path: ['attributes'], from: list(from), to: list(to) }];
  }
  return [
    ...renames,
    ...from.attributes.flatMap((attribute): readonly AttributeDelta[] =>
      keptOrigins.has(attribute.name)
        ? []
        : [{ type: 'drop-attribute', path: ['attributes', attribute.name], from: printAttribute(attribute) }],
    ),
    ...to.attributes.flatMap((attribute): readonly AttributeDelta[] =>
      old.has(origin(attribute.name))
        ? []
        : [{ type: 'add-attribute', path: ['attributes', attribute.name], to: printAttribute(attribute) }],
    ),
  ];
}

/** Whether differences of a composite type are more than new names: the server makes none of these while a table is of the type. */
export function hasOtherShape(deltas: readonly Delta[]): boolean {
  return deltas.some(({ type }) => type !== 'rename-attribute');
}
