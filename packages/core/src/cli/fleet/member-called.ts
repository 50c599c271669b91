import { SyncError } from '../../errors.js';
import { type Member, requireReachable } from '../../fleet/member.js';
import { nearest } from '../../nearest.js';

/** The tenant of exactly this id. */
export async function memberCalled(id: string, members: AsyncIterable<Member>): Promise<Member> {
  const ids: string[] = [];
  for await (const member of members) {
    if (member.tenant.id === id) {
      requireReachable(member);
      return member;
    }
    ids.push(member.tenant.id);
  }
  const near = nearest(id, ids);
  throw new SyncError({
    code: 'NOT_FOUND',
    op: 'fleet',
    message: `no tenant is called ${id}${near === undefined ? '' : `; did you mean ${near}?`}`,
    hint: 'schema-sync tenants list shows who is there.',
  });
}
