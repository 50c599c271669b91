import { address, type Delta, type ObjectKind, schemaObject } from '@sync/core';

/** What makes two buckets differ. */
export interface BucketSpec {
  /** Seconds; null keeps values for ever. */
  readonly ttl: number | null;
}

interface TtlDelta extends Delta {
  readonly type: 'change-ttl';
}

const kind = 'toy/bucket';

/** The address of a bucket. */
export const bucketAddress = (name: string) => address(kind, name);

export const bucketKind: ObjectKind<BucketSpec, TtlDelta> = {
  kind,
  title: 'bucket',
  async *inspect({ session, scopes }) {
    const rows = await session.query<{ name: string; ttl: number | null }>({ text: 'SHOW BUCKETS' });
    for (const scope of scopes) {
      for (const { name, ttl } of rows)
        yield { scope, object: schemaObject({ kind, name, address: bucketAddress(name), spec: { ttl } }) };
    }
  },
  compare: (from, to) =>
    from.spec.ttl === to.spec.ttl ? [] : [{ type: 'change-ttl', path: ['ttl'], from: from.spec.ttl, to: to.spec.ttl }],
  render(change, { dialect }) {
    const name = dialect.quote('to' in change ? change.to.name : change.from.name);
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `create bucket ${change.to.name}`,
            sql: [{ text: `CREATE BUCKET ${name}${ttlClause(change.to.spec)}` }],
          },
        ];
      case 'alter':
        return [
          {
            summary: `change how long bucket ${change.to.name} keeps values`,
            sql: [{ text: `ALTER BUCKET ${name} TTL ${change.to.spec.ttl ?? 'NONE'}` }],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename bucket ${change.from.name} to ${change.to.name}`,
            sql: [{ text: `RENAME BUCKET ${dialect.quote(change.from.name)} TO ${name}` }],
          },
        ];
      case 'drop':
        return [
          {
            summary: `drop bucket ${change.from.name}`,
            sql: [{ text: `DROP BUCKET ${name}` }],
            hazards: [
              {
                class: 'data-loss',
                code: 'drops-bucket',
                message: `bucket ${change.from.name} goes with every value in it`,
                reversible: false,
              },
            ],
          },
        ];
      default:
        return change satisfies never;
    }
  },
  relation: ({ name }) => ({
    name,
    type: 'table',
    columns: [
      { name: 'key', type: 'text', nullable: false },
      { name: 'value', type: 'text', nullable: false },
    ],
    primaryKey: { columns: ['key'] },
    foreignKeys: [],
    indexes: [],
  }),
};

function ttlClause({ ttl }: BucketSpec): string {
  return ttl === null ? '' : ` TTL ${ttl}`;
}
