import {
  address,
  type Catalogue,
  type DocumentContent,
  type DocumentNode,
  type Json,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { VirtualTableSpec } from '../kinds/virtual-table/spec.js';
import { normaliseArgument } from '../read/create-virtual-table.js';
import { meaningful, splitAtCommas } from '../text/cursor.js';
import { foldName } from '../text/names.js';
import { nonEmpty, readObject, renameOf, required, type SqliteEngine } from './engine.js';
import { expressionIn } from './expression.js';
import type { WrittenObject } from './written.js';

/** Reads a VirtualTable document: a module, and the arguments that it is given. */
export function readVirtualTable(spec: DocumentNode, engine: SqliteEngine): DocumentContent {
  const { name, section, sectionNode, isDeleted, renamedFrom } = readObject(spec, engine, ['module', 'arguments']);
  if (isDeleted) return { objects: [], deleted: [[name]] };
  const module = nonEmpty(required(section.module, sectionNode, 'module'), 'the module');
  const nodes = section.arguments?.items() ?? [];
  const object: SchemaObject<VirtualTableSpec> = schemaObject({
    kind: 'sqlite/virtual-table',
    address: address('sqlite/virtual-table', foldName(name)),
    name,
    spec: { module: foldName(module), arguments: nodes.map((node) => normalArgument(node, module)) },
    layout: { arguments: nodes.map((node) => node.text()).join(', ') } satisfies Json,
  });
  return { objects: [object], renames: renameOf(name, renamedFrom) };
}

function normalArgument(node: DocumentNode, module: string): string {
  const tokens = expressionIn(node, 'the argument');
  if (splitAtCommas(tokens).length > 1)
    node.fail('a comma separates two arguments', 'Write each as an entry of its own.');
  return normaliseArgument(tokens, module);
}

/** Writes the virtual tables of a catalogue. */
export function writeVirtualTables(catalogue: Catalogue, engine: SqliteEngine): readonly WrittenObject[] {
  return [...catalogue]
    .filter((object): object is SchemaObject<VirtualTableSpec> => object.kind === 'sqlite/virtual-table')
    .map((table) => {
      const { module } = table.spec;
      const list = argumentsOf(table);
      const section = { module, ...(list.length > 0 && { arguments: list }) };
      return { name: table.name, spec: { name: table.name, schema: { [engine]: section } }, covers: [table] };
    });
}

/** As they were written where that is known: what a space means in an argument is the module's affair. */
function argumentsOf({ spec, layout }: SchemaObject<VirtualTableSpec>): readonly string[] {
  const written = (layout as { readonly arguments?: string } | undefined)?.arguments;
  if (written === undefined || spec.arguments.length === 0) return spec.arguments;
  const parts = splitAtCommas(meaningful(written));
  return parts.map((tokens) => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    return first && last ? written.slice(first.start, last.start + last.text.length) : '';
  });
}
