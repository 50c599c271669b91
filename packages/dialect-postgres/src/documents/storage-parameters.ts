import type { DocumentNode } from '@sync/core';
import { quoteName } from '../text/names.js';
import { isComplete, meaningful, splitAtCommas } from './text.js';

/** `with`, a mapping of storage parameters, as the server keeps them: `fillfactor=70`. */
export function parametersIn(node: DocumentNode): readonly string[] {
  const names = Object.keys(Object(node.value));
  const fields = node.fields(names);
  return names.map((name) => {
    const value = fields[name]?.text() ?? '';
    const tokens = meaningful(value);
    if (!isComplete(tokens) || splitAtCommas(tokens).length > 1)
      fields[name]?.fail(`${value} is no value of a parameter`);
    return `${name.split('.').map(quoteName).join('.')}=${value}`;
  });
}
