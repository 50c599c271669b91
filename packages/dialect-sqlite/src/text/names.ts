import { isKeyword } from './keywords.js';

/** SQLite's own folding: ASCII letters only, so that `É` and `é` are two names. */
export function foldName(name: string): string {
  return /[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : name;
}

/** An identifier in double quotes, which SQLite never takes for a keyword. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A string literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const plain = /^[A-Za-z_][A-Za-z0-9_$]*$/;

/** An identifier as it stands in a normalised expression: bare where that is certain to be a name. */
export function writeName(name: string): string {
  return plain.test(name) && !isKeyword(name.toUpperCase()) && !/^(?:true|false)$/i.test(name) ? name : quoteName(name);
}
