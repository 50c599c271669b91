import {
  address,
  type DocumentContent,
  type DocumentKind,
  type DocumentNode,
  type Json,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { AggregateSpec } from '../kinds/aggregate-kind.js';
import type { FunctionSpec } from '../kinds/function-kind.js';
import { bareOf, signatureOf, unfrozen } from '../kinds/routine.js';
import { typesIn } from '../types.js';
import { nonEmpty, readFrame, required } from './frame.js';
import { typeIn } from './type-text.js';

/** Documents of functions. */
export const functionDocument: DocumentKind = {
  document: 'Function',
  read: readFunction,
  write: (catalogue) =>
    [...catalogue].flatMap((object) => {
      if (object.kind !== 'function') return [];
      const { name, spec } = object as SchemaObject<FunctionSpec>;
      const params = spec.args.map(({ name: called, type }) => ({ name: called, type: unfrozen(type) }));
      const section: { readonly [field: string]: Json } = {
        ...(params.length > 0 && { params }),
        return: unfrozen(spec.returns),
        lang: spec.language,
        as: spec.body,
        ...(spec.calledOnNull && { calledOnNull: true }),
      };
      return [{ name, spec: { name: bareOf(name), schema: { cassandra: section } }, covers: [object] }];
    }),
};

/** Documents of aggregates. */
export const aggregateDocument: DocumentKind = {
  document: 'Aggregate',
  read: readAggregate,
  write: (catalogue) =>
    [...catalogue].flatMap((object) => {
      if (object.kind !== 'aggregate') return [];
      const { name, spec } = object as SchemaObject<AggregateSpec>;
      const section: { readonly [field: string]: Json } = {
        ...(spec.args.length > 0 && { params: spec.args.map(unfrozen) }),
        step: spec.step,
        state: unfrozen(spec.state),
        ...(spec.final !== undefined && { final: spec.final }),
        ...(spec.initial !== undefined && { initial: spec.initial }),
      };
      return [{ name, spec: { name: bareOf(name), schema: { cassandra: section } }, covers: [object] }];
    }),
};

function readFunction(spec: DocumentNode): DocumentContent {
  const fields = ['params', 'return', 'lang', 'as', 'calledOnNull'] as const;
  const { name, section, sectionNode, isDeleted, renames } = readFrame(spec, fields);
  const args = (section.params?.items() ?? []).map((item) => {
    const param = item.fields(['name', 'type']);
    return {
      name: nonEmpty(required(param.name, item, 'name'), 'the name'),
      type: typeIn(required(param.type, item, 'type')),
    };
  });
  const types = args.map(({ type }) => type);
  const own = signatureOf(name, types);
  if (isDeleted) return { objects: [], deleted: [[own]] };
  const returns = typeIn(required(section.return, sectionNode, 'return'));
  const object: SchemaObject<FunctionSpec> = schemaObject({
    kind: 'function',
    address: address('function', own),
    name: own,
    spec: {
      args,
      returns,
      language: section.lang ? nonEmpty(section.lang, 'the language') : 'java',
      calledOnNull: section.calledOnNull?.boolean() ?? false,
      body: nonEmpty(required(section.as, sectionNode, 'as'), 'the body'),
    },
    needs: typesIn([...types, returns]),
  });
  return { objects: [object], renames };
}

function readAggregate(spec: DocumentNode): DocumentContent {
  const { name, section, sectionNode, isDeleted, renames } = readFrame(spec, [
    ...(['params', 'step', 'state', 'final', 'initial'] as const),
  ]);
  const args = (section.params?.items() ?? []).map(typeIn);
  const own = signatureOf(name, args);
  if (isDeleted) return { objects: [], deleted: [[own]] };
  const step = nonEmpty(required(section.step, sectionNode, 'step'), 'the function');
  const state = typeIn(required(section.state, sectionNode, 'state'));
  const final = section.final && nonEmpty(section.final, 'the function');
  const initial = section.initial && nonEmpty(section.initial, 'the value');
  const object: SchemaObject<AggregateSpec> = schemaObject({
    kind: 'aggregate',
    address: address('aggregate', own),
    name: own,
    spec: { args, step, state, ...(final !== undefined && { final }), ...(initial !== undefined && { initial }) },
    needs: [
      address('function', signatureOf(step, [state, ...args])),
      ...(final === undefined ? [] : [address('function', signatureOf(final, [state]))]),
      ...typesIn([...args, state]),
    ],
  });
  return { objects: [object], renames };
}
