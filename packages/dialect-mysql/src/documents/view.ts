import {
  address,
  type Catalogue,
  type DocumentContent,
  type DocumentNode,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import type { ViewSpec } from '../kinds/view-kind.js';
import { lexisWith } from '../lexis.js';
import { readFrame } from './frame.js';
import { completeText, namesIn, required } from './text.js';
import type { WrittenObject } from './written.js';

/** Reads a View document. */
export function readView(spec: DocumentNode, flavour: Flavour): DocumentContent {
  const frame = readFrame(spec, flavour, [
    ...(['query', 'columns', 'algorithm', 'security', 'checkOption'] as const),
    ...(['isContinuousAggregate', 'withNoData'] as const),
  ]);
  const { name, section, sectionNode, renames } = frame;
  if (frame.isDeleted) return { objects: [], deleted: [[name]] };
  for (const field of [section.isContinuousAggregate, section.withNoData]) {
    if (field?.boolean()) field.fail('there are plain views only');
  }
  const node = required(section.query, sectionNode, 'query');
  // People end a query with a semicolon.
  const query = node
    .text()
    .trim()
    .replace(/(?:;\s*)+$/, '');
  if (!/^(?:SELECT|WITH|VALUES|TABLE|\()/i.test(query)) node.fail('a query begins with SELECT, WITH or VALUES');
  const algorithm = section.algorithm?.oneOf(['UNDEFINED', 'MERGE', 'TEMPTABLE']);
  const security = section.security?.oneOf(['DEFINER', 'INVOKER']);
  const checkOption = section.checkOption?.oneOf(['NONE', 'LOCAL', 'CASCADED']);
  const view = schemaObject<ViewSpec>({
    kind: 'view',
    address: address('view', name),
    name,
    spec: {
      columns: section.columns ? namesIn(section.columns) : [],
      query: completeText(node, 'the query', lexisWith(flavour.executedComments), query),
      ...(checkOption !== undefined && checkOption !== 'NONE' && { checkOption }),
      ...(security === 'INVOKER' && { security }),
      ...(algorithm !== undefined && algorithm !== 'UNDEFINED' && { algorithm }),
    },
  });
  return { objects: [view], renames };
}

/** Writes the views of a catalogue. */
export function writeViews(catalogue: Catalogue, { sections }: Flavour): readonly WrittenObject[] {
  return [...catalogue]
    .filter((object): object is SchemaObject<ViewSpec> => object.kind === 'view')
    .map((view) => {
      const { columns, query, checkOption, security, algorithm } = view.spec;
      const section = {
        columns,
        query,
        ...(algorithm !== undefined && { algorithm }),
        ...(security !== undefined && { security }),
        ...(checkOption !== undefined && { checkOption }),
      };
      return {
        name: view.name,
        spec: { name: view.name, schema: { [sections[0] ?? '']: section } },
        covers: [view],
      };
    });
}
