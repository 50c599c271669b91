import type { Spelling } from './language.js';

const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');
const doubled = (text: string, quote: string) => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;

export const postgresSpelling: Spelling = {
  quote: (name) => doubled(name, '"'),
  text: (value) => doubled(value, "'"),
  bytes: (value) => `'\\x${hex(value)}'`,
  moment: (value) => `'${value.toISOString()}'`,
};

export const mysqlSpelling: Spelling = {
  quote: (name) => doubled(name, '`'),
  text: (value) => doubled(value.replaceAll('\\', '\\\\'), "'"),
  bytes: (value) => `x'${hex(value)}'`,
  moment: (value) => `'${value.toISOString().replace('T', ' ').replace('Z', '')}'`,
};

export const sqliteSpelling: Spelling = {
  quote: (name) => doubled(name, '"'),
  text: (value) => doubled(value, "'"),
  bytes: (value) => `x'${hex(value)}'`,
  moment: (value) => `'${value.toISOString()}'`,
};
