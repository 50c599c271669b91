import type { Hazard, Ref, RenderContext, SchemaObject, Statement } from '@sync/core';
import { dropComputed } from './computed.js';
import { asideDefaults, defaultsNaming } from './defaults.js';
import { madeFrom } from './remade.js';
import { beforeTables } from './uses.js';

/** What stands on a type that is made anew, and neither is of it nor an object of its own: computed columns, which come back with their tables, and defaults. */
export interface MakingWay {
  readonly going: readonly Statement[];
  readonly back: readonly Statement[];
  readonly hazards: readonly Hazard[];
  readonly after: readonly Ref[];
  readonly before: readonly Ref[];
}

const built: ReadonlySet<string> = new Set(['index', 'postgres/constraint', 'postgres/statistics']);

/** What made way for what a type is made of would be built twice, if it came back before the columns are of the new type. */
function builtLater(type: SchemaObject, context: RenderContext): readonly Ref[] {
  const { base, moved, change } = context;
  return madeFrom(type, context).flatMap((under) =>
    base.dependents(under.address).flatMap((each): readonly Ref[] => {
      const at = moved(each.address);
      return built.has(each.kind) && change(at)?.verb === 'replace' ? [{ verb: 'create', address: at }] : [];
    }),
  );
}

/** Lets what would hold a type make way while that is made anew. */
export function makeWay(type: SchemaObject, context: RenderContext): MakingWay {
  const computed = dropComputed(type, context);
  const naming = defaultsNaming(type, context);
  const defaults = asideDefaults(naming, context);
  return {
    going: [...computed.sql, ...defaults.going],
    back: defaults.back,
    hazards: defaults.hazards,
    after: computed.after,
    before: [...computed.before, ...beforeTables(naming, context), ...builtLater(type, context)],
  };
}
