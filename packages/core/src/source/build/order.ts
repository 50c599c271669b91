import type { Part } from './part.js';

/**
 * Orders parts so that each comes after the ones it mentions, where that is possible, and as they stand otherwise: a guess from names, which saves rounds
 * and decides nothing.
 */
export function inOrderOfMention(parts: readonly Part[]): readonly Part[] {
  const definers = new Map<string, Part[]>();
  for (const part of parts) {
    if (part.name === undefined) continue;
    const same = definers.get(part.name);
    if (same) same.push(part);
    else definers.set(part.name, [part]);
  }
  const ordered: Part[] = [];
  const state = new Map<Part, 'open' | 'done'>();
  for (const root of parts) {
    const stack: { readonly part: Part; readonly rest: Part[] }[] = [];
    const enter = (part: Part) => {
      if (state.has(part)) return;
      state.set(part, 'open');
      stack.push({ part, rest: [...part.mentions()].flatMap((name) => definers.get(name) ?? []) });
    };
    enter(root);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.rest.pop();
      if (next) enter(next);
      else {
        state.set(top.part, 'done');
        ordered.push(top.part);
        stack.pop();
      }
    }
  }
  return ordered;
}
