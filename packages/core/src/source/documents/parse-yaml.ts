import { Composer, type Document, isAlias, isMap, isNode, isPair, isSeq, LineCounter, Parser } from 'yaml';
import { sourceInvalid } from '../invalid.js';
import { deepest, tooDeep } from './depth.js';
import { YamlNode, type YamlReading } from './yaml-node.js';

/** How often the parts of a document may be repeated through aliases: far more than anybody writes by hand. */
const aliasBudget = 100_000;

/** Parses a file of YAML or JSON into the places of its documents; empty documents are left out. */
export function parseYaml(
  text: string,
  path: string,
  onUnknown?: (at: string, message: string) => void,
  onComment?: (at: string, comment: string) => void,
): readonly YamlNode[] {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = tooDeep(tokens);
  if (deep)
    throw sourceInvalid(at(deep.offset), `this is nested more than ${deepest} levels deep`, {
      hint: 'A document of a schema is a few levels deep: check the brackets and the indentation.',
    });
  for (const token of onComment ? tokens : [])
    if (token.type === 'comment') onComment?.(at(token.offset), token.source);
  const composer = new Composer({ version: '1.2', uniqueKeys: true });
  const documents = [...composer.compose(tokens, false, text.length)];
  return (documents as readonly Document.Parsed[]).flatMap((document) => {
    const [error] = document.errors;
    if (error)
      throw sourceInvalid(at(error.pos[0]), error.message, {
        hint: hints.get(error.code) ?? 'The file is not valid YAML.',
        cause: error,
      });
    const targets = aliasTargets(document, at);
    const { contents } = document;
    if (!contents || (contents as { readonly value?: unknown }).value === null) return [];
    const reading: YamlReading = { document, targets, at, ...(onUnknown && { onUnknown }) };
    return [new YamlNode(contents, reading, contents.range[0])];
  });
}

const hints = new Map<string, string>([
  ['DUPLICATE_KEY', 'A mapping can hold a name once; keep one of the two.'],
  ['TAB_AS_INDENT', 'Indent with spaces.'],
  ['BAD_INDENT', 'Check how far this line and the ones before it are indented.'],
]);

/**
 * What each alias stands for, found in one walk; the library looks for an anchor from the beginning each time. Refuses aliases that contain themselves, and those
 * that would multiply into something no machine could hold.
 */
function aliasTargets(document: Document.Parsed, at: (offset: number) => string): ReadonlyMap<unknown, unknown> {
  const targets = new Map<unknown, unknown>();
  const anchors = new Map<string, unknown>();
  const open = new Set<unknown>();
  let left = aliasBudget;
  const visit = (node: unknown, repeated: boolean): void => {
    if (repeated && left-- <= 0) {
      throw sourceInvalid(at(document.range[0]), 'the aliases of this document repeat its parts too many times', {
        hint: `A document may repeat up to ${aliasBudget} parts through aliases; write it out, or split it.`,
      });
    }
    if (isAlias(node)) {
      const target = targets.get(node) ?? anchors.get(node.source);
      const place = at(node.range?.[0] ?? 0);
      if (!target) throw sourceInvalid(place, `there is no anchor &${node.source} before this alias`);
      if (open.has(target)) throw sourceInvalid(place, `the alias *${node.source} contains itself`);
      targets.set(node, target);
      visit(target, true);
      return;
    }
    if (!repeated && isNode(node) && !isAlias(node) && node.anchor) anchors.set(node.anchor, node);
    if (!isMap(node) && !isSeq(node)) return;
    open.add(node);
    for (const item of node.items) {
      if (!isPair(item)) visit(item, repeated);
      else {
        visit(item.key, repeated);
        visit(item.value, repeated);
      }
    }
    open.delete(node);
  };
  visit(document.contents, false);
  return targets;
}
