import { address, type ObjectKind, schemaObject } from '@sync/core';
import { bucketAddress } from './bucket.js';

/** What makes two aliases differ. */
export interface AliasSpec {
  readonly bucket: string;
}

const kind = 'toy/alias';

const aliasObject = (name: string, bucket: string) =>
  schemaObject<AliasSpec>({
    kind,
    name,
    address: address(kind, name),
    spec: { bucket },
    needs: [bucketAddress(bucket)],
  });

export const aliasKind: ObjectKind<AliasSpec> = {
  kind,
  title: 'alias',
  async *inspect({ session, scopes }) {
    const rows = await session.query<{ name: string; bucket: string }>({ text: 'SHOW ALIASES' });
    for (const scope of scopes) for (const { name, bucket } of rows) yield { scope, object: aliasObject(name, bucket) };
  },
  compare: (from, to) => (from.spec.bucket === to.spec.bucket ? [] : { replace: 'an alias stays with its bucket' }),
  /** The engine takes an alias along when its bucket is renamed. */
  follow: (alias, rename) =>
    rename.of === 'object' && rename.from === bucketAddress(alias.spec.bucket)
      ? aliasObject(alias.name, rename.name)
      : alias,
  render(change, { dialect }) {
    switch (change.verb) {
      case 'create': {
        const { name, spec } = change.to;
        return [
          {
            summary: `create alias ${name}`,
            sql: [{ text: `CREATE ALIAS ${dialect.quote(name)} FOR ${dialect.quote(spec.bucket)}` }],
          },
        ];
      }
      case 'drop':
        return [
          {
            summary: `drop alias ${change.from.name}`,
            sql: [{ text: `DROP ALIAS ${dialect.quote(change.from.name)}` }],
          },
        ];
      case 'rename':
        return {
          impossible: 'an alias cannot be renamed',
          hint: 'Leave the rename out: dropping an alias and creating another loses nothing.',
        };
      case 'alter':
        throw new TypeError('two aliases that differ are replaced');
      default:
        return change satisfies never;
    }
  },
};
