import { hash } from 'node:crypto';

/** What stands beside a table while a copy of it is made and kept up to date. */
export interface CopyNames {
  readonly copy: string;
  readonly old: string;
  readonly procedure: string;
  /** One for each event that changes rows. */
  readonly triggers: { readonly insert: string; readonly update: string; readonly delete: string };
}

/** Names have room for 64 characters, and those of keys of the copy begin with its own. */
const longest = 36;
const prefix = '_schema_sync_';

/** What is called like this is made by an online plan, and by nothing else. */
export const isScaffold = (name: string) => /^_schema_sync_(new|old|fill|ins|upd|del)_/.test(name);

/** Whether a trigger is one by which a program writes to a copy that it was handed over. */
export function isOfProgram({ name, body }: { readonly name: string; readonly body: string }): boolean {
  return name.startsWith('pt_osc_') && body.includes(`${prefix}new_`);
}

const stemOf = (name: string) => (name.length <= longest ? name : hash('sha256', name).slice(0, longest));

/** How all of it is called for a table. */
export function copyNames(table: string): CopyNames {
  const stem = stemOf(table);
  const name = (part: string) => `${prefix}${part}_${stem}`;
  return {
    copy: name('new'),
    old: name('old'),
    procedure: name('fill'),
    triggers: { insert: name('ins'), update: name('upd'), delete: name('del') },
  };
}

/** What an index is called on its way to its own name in other letters. */
export const indexAside = (name: string) => `${prefix}index_${stemOf(name)}`;

const keyPrefix = `${prefix}key_`;

/** What a foreign key is called while the table that it leads from, or to, is copied: its own name is taken until the table has gone. */
export const keyAside = (name: string) => `${keyPrefix}${name}`;

/** What a foreign key is called that has such a name; undefined for every other. */
export function keyOfAside(name: string): string | undefined {
  return name.startsWith(keyPrefix) ? name.slice(keyPrefix.length) : undefined;
}

const uncheckedPrefix = `${prefix}unchecked_`;

/** What a foreign key is called until every row is known to hold to it. */
export const uncheckedKey = (name: string) => `${uncheckedPrefix}${stemOf(name)}`;

/** Whether a foreign key is one of those, which is there for the plan that adds it and for nobody else. */
export const isUnchecked = (name: string) => name.startsWith(uncheckedPrefix);
