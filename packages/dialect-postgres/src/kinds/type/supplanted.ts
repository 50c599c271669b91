import { address, type Catalogue, partsOf, type RenderContext, type SchemaObject } from '@sync/core';
import { relationKinds, typeKinds } from '../../text/kind-groups.js';

/** Relations, too, are types of their rows. */
const named: ReadonlySet<string> = new Set([...typeKinds, ...relationKinds]);

type Context = Pick<RenderContext, 'base' | 'goal' | 'change' | 'moved'>;

/** What is called as a type is, and of another kind. */
function namesakes(type: SchemaObject, within: Catalogue, kinds: ReadonlySet<string>): readonly SchemaObject[] {
  const { parts } = partsOf(type.address);
  return [...kinds].flatMap((kind) => (kind === type.kind ? [] : (within.get(address(kind, ...parts)) ?? [])));
}

/** What takes the name of a type that goes. */
export function supplanterOf(type: SchemaObject, { goal }: Pick<Context, 'goal'>): SchemaObject | undefined {
  return namesakes(type, goal, named)[0];
}

/** Whether a type goes while another one gets its name. */
export function isSupplanted(type: SchemaObject, context: Context): boolean {
  return context.change(context.moved(type.address))?.verb === 'drop' && supplanterOf(type, context) !== undefined;
}

/** Whether a type goes while another type gets its name, to which its columns are converted. */
export function isConverted(type: SchemaObject, context: Context): boolean {
  return isSupplanted(type, context) && namesakes(type, context.goal, typeKinds).length > 0;
}

/** The type that goes while this one gets its name. */
export function supplantedBy(type: SchemaObject, context: Context): SchemaObject | undefined {
  return namesakes(type, context.base, typeKinds).find((old) => context.change(old.address)?.verb === 'drop');
}
