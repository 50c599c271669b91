import { address, type DocumentKind, type DocumentNode } from '@sync/core';
import type { AggregateSpec } from '../kinds/aggregate-kind.js';
import type { FunctionSpec } from '../kinds/function-kind.js';
import { bareOf, signatureOf, unfrozen } from '../kinds/routine.js';
import { typesIn } from '../types.js';
import { nonEmpty, required, soleObjectDocument } from './frame.js';
import { typeIn } from './type-text.js';

const functionFields = ['params', 'return', 'lang', 'as', 'calledOnNull'] as const;
const aggregateFields = ['params', 'step', 'state', 'final', 'initial'] as const;

/** Documents of functions. */
export const functionDocument: DocumentKind = soleObjectDocument<FunctionSpec, (typeof functionFields)[number]>({
  document: 'Function',
  kind: 'function',
  fields: functionFields,
  called: bareOf,
  named: (name, { params }) =>
    signatureOf(
      name,
      paramsIn(params).map(({ type }) => type),
    ),
  address: (own) => address('function', own),
  read({ section, sectionNode }) {
    const args = paramsIn(section.params);
    const returns = typeIn(required(section.return, sectionNode, 'return'));
    const spec: FunctionSpec = {
      args,
      returns,
      language: section.lang ? nonEmpty(section.lang, 'the language') : 'java',
      calledOnNull: section.calledOnNull?.boolean() ?? false,
      body: nonEmpty(required(section.as, sectionNode, 'as'), 'the body'),
    };
    return { spec, needs: typesIn([...args.map(({ type }) => type), returns]) };
  },
  write({ args, returns, language, body, calledOnNull }) {
    const params = args.map(({ name, type }) => ({ name, type: unfrozen(type) }));
    return {
      ...(params.length > 0 && { params }),
      ...{ return: unfrozen(returns), lang: language, as: body },
      ...(calledOnNull && { calledOnNull: true }),
    };
  },
});

/** Documents of aggregates. */
export const aggregateDocument: DocumentKind = soleObjectDocument<AggregateSpec, (typeof aggregateFields)[number]>({
  document: 'Aggregate',
  kind: 'aggregate',
  fields: aggregateFields,
  called: bareOf,
  named: (name, { params }) => signatureOf(name, typesOf(params)),
  address: (own) => address('aggregate', own),
  read({ section, sectionNode }) {
    const args = typesOf(section.params);
    const step = nonEmpty(required(section.step, sectionNode, 'step'), 'the function');
    const state = typeIn(required(section.state, sectionNode, 'state'));
    const final = section.final && nonEmpty(section.final, 'the function');
    const initial = section.initial && nonEmpty(section.initial, 'the value');
    return {
      spec: { args, step, state, ...(final !== undefined && { final }), ...(initial !== undefined && { initial }) },
      needs: [
        address('function', signatureOf(step, [state, ...args])),
        ...(final === undefined ? [] : [address('function', signatureOf(final, [state]))]),
        ...typesIn([...args, state]),
      ],
    };
  },
  write: ({ args, step, state, final, initial }) => ({
    ...(args.length > 0 && { params: args.map(unfrozen) }),
    ...{ step, state: unfrozen(state) },
    ...(final !== undefined && { final }),
    ...(initial !== undefined && { initial }),
  }),
});

function paramsIn(params: DocumentNode | undefined): FunctionSpec['args'] {
  return (params?.items() ?? []).map((item) => {
    const { name, type } = item.fields(['name', 'type']);
    return {
      name: nonEmpty(required(name, item, 'name'), 'the name'),
      type: typeIn(required(type, item, 'type')),
    };
  });
}

function typesOf(params: DocumentNode | undefined): readonly string[] {
  return (params?.items() ?? []).map(typeIn);
}
