import type { Catalogue, SchemaObject } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { qualified } from '../../text/qualified.js';
import type { CompositeSpec } from '../composite/spec.js';
import type { DomainSpec } from '../domain/spec.js';
import type { TableSpec } from '../table/spec.js';
import { typesOver, usesOfType } from './uses.js';

/** Where the values of a type are: in a column, or in a part of one. */
export interface ValuePlace {
  readonly table: SchemaObject<TableSpec>;
  readonly column: string;
  /** The column, and the attributes that lead to the value. */
  readonly path: readonly string[];
  readonly type: string;
  /** The value as SQL. */
  readonly value: string;
  readonly list: boolean;
}

/** A column with values of a type somewhere in it. */
export interface HoldingColumn {
  readonly table: SchemaObject<TableSpec>;
  /** The column, and the attributes that lead to the values. */
  readonly path: readonly string[];
}

/** All columns with values of a type in them, at whatever depth, and in lists, too. */
export function holdersOfType(type: SchemaObject, base: Catalogue): readonly HoldingColumn[] {
  const own = usesOfType(type, base).flatMap(({ table, columns }) =>
    columns.map(({ name }): HoldingColumn => ({ table, path: [name] })),
  );
  const names = new Set([qualified(type), `${qualified(type)}[]`]);
  const within = typesOver(type, base).flatMap((over) => {
    const holders = holdersOfType(over, base);
    if (over.kind !== 'postgres/composite-type') return holders;
    const { attributes } = (over as SchemaObject<CompositeSpec>).spec;
    const holding = attributes.filter((attribute) => names.has(attribute.type));
    return holders.flatMap(({ table, path }) => holding.map(({ name }) => ({ table, path: [...path, name] })));
  });
  return [...own, ...within];
}

/** The values of a type in columns of it, of domains over it and of composite types with it. Lists of lists and of composite values are not looked into. */
export function valuesOfType(type: SchemaObject, base: Catalogue): readonly ValuePlace[] {
  const own = usesOfType(type, base).flatMap(({ table, columns }) =>
    columns.map(({ name, type: of }): ValuePlace => {
      return { table, column: name, path: [name], type: of, value: quoteName(name), list: of.endsWith('[]') };
    }),
  );
  return [...own, ...typesOver(type, base).flatMap((over) => valuesWithin(over, type, base))];
}

function valuesWithin(over: SchemaObject, type: SchemaObject, base: Catalogue): readonly ValuePlace[] {
  const name = qualified(type);
  if (over.kind === 'postgres/domain') {
    const isList = (over as SchemaObject<DomainSpec>).spec.base === `${name}[]`;
    return valuesOfType(over, base).flatMap((place) => {
      if (isList && place.list) return [];
      return [{ ...place, list: isList || place.list }];
    });
  }
  if (over.kind !== 'postgres/composite-type') return [];
  const attributes = (over as SchemaObject<CompositeSpec>).spec.attributes.filter(
    (attribute) => attribute.type === name || attribute.type === `${name}[]`,
  );
  return valuesOfType(over, base).flatMap((place) => {
    if (place.list) return [];
    return attributes.map((attribute) => ({
      ...place,
      path: [...place.path, attribute.name],
      value: `(${place.value}).${quoteName(attribute.name)}`,
      list: attribute.type.endsWith('[]'),
    }));
  });
}
