import type { PortableExpression, PortableOperator } from '../contract/portable.js';

/** How an engine writes expressions, as far as that differs. */
export interface ExpressionStyle {
  name(column: string): string;
  text(value: string): string;
  truth(value: boolean): string;
  /** A call by what is common to all engines; undefined where the engine has no such function. */
  call(name: string, of: readonly string[]): string | undefined;
  /** Two texts as one. */
  join(left: string, right: string): string;
}

/** An expression in the words of an engine; undefined where the engine has no words for it. */
export function printExpression(expression: PortableExpression, style: ExpressionStyle): string | undefined {
  if ('column' in expression) return style.name(expression.column);
  if ('text' in expression) return style.text(expression.text);
  if ('number' in expression) return expression.number;
  if ('truth' in expression) return style.truth(expression.truth);
  if ('null' in expression) return 'NULL';
  const present = presence(expression);
  if (present) {
    const text = nested(present, style);
    return text === undefined ? undefined : `${text} IS NOT NULL`;
  }
  const printed = expression.of.map((each) => nested(each, style));
  if (printed.some((each) => each === undefined)) return undefined;
  const of = printed as readonly string[];
  return 'call' in expression ? style.call(expression.call, of) : operation(expression.operator, of, style);
}

/** What is denied to be nothing. */
function presence(expression: PortableExpression): PortableExpression | undefined {
  if (!('operator' in expression) || expression.operator !== 'not') return undefined;
  const [denied] = expression.of;
  return denied && 'operator' in denied && denied.operator === 'is-null' ? denied.of[0] : undefined;
}

function nested(expression: PortableExpression, style: ExpressionStyle): string | undefined {
  const text = printExpression(expression, style);
  return text !== undefined && 'operator' in expression ? `(${text})` : text;
}

function operation(operator: PortableOperator, of: readonly string[], style: ExpressionStyle): string {
  const [first = '', second = '', ...rest] = of;
  switch (operator) {
    case 'not':
      return `NOT ${first}`;
    case 'negative':
      return `-${first}`;
    case 'is-null':
      return `${first} IS NULL`;
    case 'and':
    case 'or':
      return of.join(` ${operator.toUpperCase()} `);
    case 'in':
      return `${first} IN (${[second, ...rest].join(', ')})`;
    case '||':
      return style.join(first, second);
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '-':
    case '*':
      return `${first} ${operator} ${second}`;
    default:
      return operator satisfies never;
  }
}
