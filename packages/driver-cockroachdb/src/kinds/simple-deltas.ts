import { canonicalJson, type Delta, type Json } from '@sync/core';

/** A delta for each member in which two specs differ. */
export function memberDeltas<S extends object>(from: S, to: S): readonly Delta[] {
  const members = [...new Set([...Object.keys(from), ...Object.keys(to)])] as (keyof S & string)[];
  return members
    .map((member): Delta => {
      return { type: `change-${member}`, path: [member], from: json(from[member]), to: json(to[member]) };
    })
    .filter((delta) => canonicalJson(delta.from ?? null) !== canonicalJson(delta.to ?? null));
}

function json(value: unknown): Json {
  return (value ?? null) as Json;
}
