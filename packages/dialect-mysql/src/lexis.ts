import type { Lexis } from '@sync/core';

/** How SQL of this family falls into tokens, with the comments that a server of the given kind executes. https://dev.mysql.com/doc/refman/9.7/en/comments.html */
export function lexisWith(executedComments: RegExp): Lexis {
  return {
    identifierQuotes: [['`', '`']],
    stringQuotes: ["'", '"'],
    backslashEscapes: true,
    dollarQuotes: false,
    // Two dashes are an operator where no blank follows.
    lineComments: ['-- ', '--\t', '--\n', '--\r', '#'],
    nestedComments: false,
    executedComments,
    delimiterCommand: 'DELIMITER',
    operators: ['->>', '<=>', '->', '<=', '>=', '<>', '!=', '||', '&&', '<<', '>>', ':='],
    compound: {
      head: /^CREATE .*\b(?:FUNCTION|PROCEDURE|TRIGGER|EVENT)\b/,
      open: /^BEGIN$/,
      nested: /^(?:BEGIN|CASE)$/,
      closers: /^(?:IF|LOOP|REPEAT|WHILE|FOR)$/,
      module: {
        head: /^CREATE (?:OR REPLACE )?(?:DEFINER (?:\S+ ){0,2})?PACKAGE$/,
        member: /^(?:FUNCTION|PROCEDURE)$/,
        declares: /^(?:AS|IS)$/,
        query: /^(?:SELECT|WITH|SET|CALL|INSERT|UPDATE|DELETE|REPLACE|VALUES)$/,
      },
    },
  };
}
