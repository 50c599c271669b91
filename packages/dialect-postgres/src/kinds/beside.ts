import { type Address, type Found, type Json, schemaObject } from '@sync/core';

/** Adds to what was found what is known of it beside what makes it what it is, under a name in its layout. */
export async function* withBeside<S>(
  found: AsyncIterable<Found<S>> | Iterable<Found<S>>,
  name: string,
  known: ReadonlyMap<Address, readonly Json[]>,
): AsyncGenerator<Found<S>> {
  for await (const each of found) {
    const own = 'object' in each ? known.get(each.object.address) : undefined;
    if (!('object' in each) || own === undefined) yield each;
    else {
      const layout = { ...(each.object.layout as Readonly<Record<string, Json>> | undefined), [name]: own };
      yield { ...each, object: schemaObject({ ...each.object, layout }) };
    }
  }
}
