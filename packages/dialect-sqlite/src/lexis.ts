import type { Lexis } from '@sync/core';

/** How SQLite's SQL falls into tokens. See https://sqlite.org/lang_keywords.html and https://sqlite.org/lang_comment.html. */
export const sqliteLexis: Lexis = {
  identifierQuotes: [
    ['"', '"'],
    ['`', '`'],
    ['[', ']'],
  ],
  stringQuotes: ["'"],
  backslashEscapes: false,
  dollarQuotes: false,
  lineComments: ['--'],
  nestedComments: false,
  operators: ['->>', '->', '||', '<<', '>>', '<=', '>=', '==', '!=', '<>'],
  compound: { head: /^CREATE (?:TEMP |TEMPORARY )?TRIGGER\b/, open: /^BEGIN$/, nested: /^CASE$/ },
};
