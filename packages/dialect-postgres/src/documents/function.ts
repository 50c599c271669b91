import {
  address,
  type Catalogue,
  type DocumentContent,
  type DocumentNode,
  type Json,
  partsOf,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import { bareName, type RoutineArgument, type RoutineSpec } from '../kinds/routine/spec.js';
import { commentOf, commentOn } from './comment.js';
import { flag, needsOfPlace, type PostgresEngine, readFrame, required } from './frame.js';
import { completeText, nonEmpty, typeIn } from './text.js';
import { placed, schemaOfDocument, type WrittenObject } from './written.js';

const fields = [
  ...(['lang', 'params', 'returnSet', 'return', 'as', 'volatility', 'strict', 'securityDefiner'] as const),
  ...(['leakproof', 'parallel', 'cost', 'rows', 'settings', 'comment'] as const),
] as const;

/** Reads a Function document. */
export function readFunction(spec: DocumentNode, engine: PostgresEngine): DocumentContent {
  const frame = readFrame(spec, engine, fields, ['removeOnDeletion']);
  const { name, prefix, section, sectionNode } = frame;
  const parameters = (section.params?.items() ?? []).map(readParameter);
  const inputs = parameters.filter(({ mode }) => mode !== 'OUT').map(({ type }) => type);
  const own = `${name}(${inputs.join(', ')})`;
  if (frame.isDeleted) return { objects: [], deleted: [[...prefix, own]] };
  const returns = section.return && completeText(section.return, 'the result');
  const volatility = section.volatility?.oneOf(['VOLATILE', 'STABLE', 'IMMUTABLE']);
  const parallel = section.parallel?.oneOf(['UNSAFE', 'RESTRICTED', 'SAFE']);
  const settings = section.settings && settingsIn(section.settings);
  const at = address('postgres/function', ...prefix, own);
  const object = schemaObject<RoutineSpec>({
    kind: 'postgres/function',
    address: at,
    name: own,
    spec: {
      arguments: parameters,
      inputs,
      ...(returns !== undefined && { returns: `${section.returnSet?.boolean() ? 'SETOF ' : ''}${returns}` }),
      language: section.lang?.text().toLowerCase() || 'sql',
      body: { text: required(section.as, sectionNode, 'as').text() },
      ...(volatility && volatility !== 'VOLATILE' && { volatility }),
      ...flag('strict', section.strict),
      ...flag('securityDefiner', section.securityDefiner),
      ...flag('leakproof', section.leakproof),
      ...(parallel && parallel !== 'UNSAFE' && { parallel }),
      ...(section.cost && { cost: numberIn(section.cost) }),
      ...(section.rows && { rows: numberIn(section.rows) }),
      ...(settings && { settings }),
    },
    needs: needsOfPlace(prefix),
  });
  return {
    objects: [object, ...commentOf(at, section.comment?.text())],
    implied: frame.implied,
    renames: frame.renames,
  };
}

function readParameter(node: DocumentNode): RoutineArgument {
  const { name, type, mode, default: value } = node.fields(['name', 'type', 'mode', 'default']);
  const direction = mode?.oneOf(['IN', 'OUT', 'INOUT', 'VARIADIC']);
  return {
    ...(direction && direction !== 'IN' && { mode: direction }),
    ...(name?.text() && { name: name.text() }),
    type: typeIn(required(type, node, 'type')),
    ...(value && { default: completeText(value, 'the default') }),
  };
}

function settingsIn(node: DocumentNode): readonly string[] {
  const names = Object.keys(Object(node.value));
  const values = node.fields(names);
  return names.map((name) => `${name}=${values[name] ? nonEmpty(values[name], 'the setting') : ''}`).sort();
}

function numberIn(node: DocumentNode): string {
  const text = node.text();
  return /^\d+(?:\.\d+)?$/.test(text) ? text : node.fail('a number is expected here');
}

const known = new Set([
  ...['arguments', 'inputs', 'returns', 'language', 'body', 'volatility', 'strict', 'securityDefiner', 'leakproof'],
  ...['parallel', 'cost', 'rows', 'settings'],
]);

/** Writes the functions of a catalogue whose bodies are text. */
export function writeFunctions(catalogue: Catalogue, engine: PostgresEngine): readonly WrittenObject[] {
  return [...catalogue]
    .filter((object): object is SchemaObject<RoutineSpec> => object.kind === 'postgres/function')
    .flatMap((routine) => {
      const { spec } = routine;
      const { body } = spec;
      if ('sql' in body || body.file !== undefined || Object.keys(spec).some((key) => !known.has(key))) return [];
      const isSet = spec.returns?.startsWith('SETOF ') ?? false;
      const comment = commentOn(routine, catalogue);
      const section: { readonly [field: string]: Json | undefined } = {
        ...placed(routine),
        lang: spec.language,
        ...(spec.arguments.length > 0 && { params: spec.arguments.map(writeParameter) }),
        ...(isSet && { returnSet: true }),
        ...(spec.returns !== undefined && { return: isSet ? spec.returns.slice('SETOF '.length) : spec.returns }),
        as: body.text,
        ...(spec.volatility && { volatility: spec.volatility.toLowerCase() }),
        ...(spec.strict && { strict: true }),
        ...(spec.securityDefiner && { securityDefiner: true }),
        ...(spec.leakproof && { leakproof: true }),
        ...(spec.parallel && { parallel: spec.parallel.toLowerCase() }),
        ...(spec.cost !== undefined && { cost: Number(spec.cost) }),
        ...(spec.rows !== undefined && { rows: Number(spec.rows) }),
        ...(spec.settings && { settings: Object.fromEntries(spec.settings.map(splitSetting)) }),
        ...(comment.text !== undefined && { comment: comment.text }),
      };
      const name = bareName(routine);
      return [
        {
          name: partsOf(routine.address).parts.join('.'),
          spec: { name, schema: { [engine]: section } },
          covers: [routine, ...schemaOfDocument(routine, catalogue), ...comment.covers],
        },
      ];
    });
}

function writeParameter({ mode, name, type, ...rest }: RoutineArgument): Json {
  return {
    ...(name !== undefined && { name }),
    type,
    ...(mode && { mode: mode.toLowerCase() }),
    ...(rest.default !== undefined && { default: rest.default }),
  };
}

function splitSetting(setting: string): readonly [string, string] {
  const at = setting.indexOf('=');
  return [setting.slice(0, at), setting.slice(at + 1)];
}
