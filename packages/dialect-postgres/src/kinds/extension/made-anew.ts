import type { Address, Catalogue, Entailed, SchemaObject } from '@sync/core';
import { renameBroughtIn } from '../../text/rename-in.js';
import { type ExtensionSpec, layoutOf } from './spec.js';

type Extension = SchemaObject<ExtensionSpec>;

/** Whether a text names what an update drops, or makes anew because it takes or gives something else from then on. */
export function namesMadeAnew(from: Extension, to: Extension): (text: string) => boolean {
  const shapes = shapesOf(to);
  return naming(
    from,
    [...shapesOf(from)].flatMap(([name, shape]) => (shapes.get(name) === shape ? [] : [name])),
  );
}

/** Whether a text names anything that an extension brings along. */
export function namesBrought(extension: Extension): (text: string) => boolean {
  return naming(extension, layoutOf(extension).members ?? []);
}

function naming({ spec: { schema } }: Extension, names: readonly string[]): (text: string) => boolean {
  const moved = { names, from: [schema], to: ['pg_temp'] };
  return (text) => renameBroughtIn(text, moved) !== text;
}

/** What stands on that makes way for the update; tables and domains stay, and only their defaults go and come. */
export function makingWay(from: Extension, to: Extension, base: Catalogue): ReadonlyMap<Address, Entailed> {
  const isMadeAnew = namesMadeAnew(from, to);
  const because = `the update of extension ${to.name} drops what it stands on, or makes that anew`;
  return new Map(
    base.dependents(from.address).flatMap((object): (readonly [Address, Entailed])[] => {
      if (object.kind === 'table') return [];
      const { default: _, ...rest } = object.spec as { readonly default?: string };
      const spec = object.kind === 'postgres/domain' ? rest : object.spec;
      return textsIn(spec).some(isMadeAnew) ? [[object.address, { replace: because }]] : [];
    }),
  );
}

function shapesOf(extension: Extension): ReadonlyMap<string, string> {
  const { members = [], shapes = [] } = layoutOf(extension);
  return new Map(members.map((name, i) => [name, shapes[i] ?? '']));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
