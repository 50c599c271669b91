import type { Column, SQL } from 'drizzle-orm';
import type { Language } from './language.js';

/** What Drizzle's tables of all engines say of a foreign key. */
export interface DeclaredForeignKey {
  reference(): {
    readonly columns: readonly Column[];
    readonly foreignColumns: readonly Column[];
  };
  readonly onDelete?: string | undefined;
  readonly onUpdate?: string | undefined;
  getName(): string;
}

interface DeclaredKey {
  readonly columns: readonly Column[];
  getName(): string | undefined;
}

/** `FOREIGN KEY … REFERENCES …`, with what happens to rows that refer. */
export function foreignKeyText(key: DeclaredForeignKey, target: string, language: Language): string {
  const { columns, foreignColumns } = key.reference();
  const action = (verb: string, given: string | undefined) =>
    given === undefined || given === 'no action' ? [] : [`${verb} ${given.toUpperCase()}`];
  return [
    `FOREIGN KEY (${language.columns(columns)}) REFERENCES ${target} (${language.columns(foreignColumns)})`,
    ...action('ON DELETE', key.onDelete),
    ...action('ON UPDATE', key.onUpdate),
  ].join(' ');
}

/** The name of a foreign key, of the columns' names in the database. */
export function foreignKeyName(key: DeclaredForeignKey, language: Language): string {
  const { columns, foreignColumns } = key.reference();
  return language.recased(language.recased(key.getName(), columns), foreignColumns);
}

export function primaryKeyText(key: DeclaredKey, language: Language): string {
  const name = language.recased(key.getName() ?? '', key.columns);
  return `CONSTRAINT ${language.quote(name)} PRIMARY KEY (${language.columns(key.columns)})`;
}

export function checkText({ name, value }: { readonly name: string; readonly value: SQL }, language: Language): string {
  return `CONSTRAINT ${language.quote(name)} CHECK (${language.within(value)})`;
}

/** A table with its parts on lines of their own, since people read it where something is wrong in it. */
export function tableText(name: string, lines: readonly string[]): string {
  return `CREATE TABLE ${name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n);`;
}
