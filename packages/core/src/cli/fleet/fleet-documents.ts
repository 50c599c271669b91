import type { FailedTenant, TenantClass } from '../../fleet/survey.js';
import { differenceDocument, seedDocument } from '../documents.js';

const ids = (members: TenantClass['members']) => members.map(({ tenant }) => tenant.id);

/** Tenants of one state, for programs. */
export function classDocument({ members, inSync, goal, difference, seeds, unmanaged, missing, next }: TenantClass) {
  return {
    tenants: ids(members),
    to: goal.origin,
    ...(missing && { missing }),
    ...differenceDocument(difference),
    inSync,
    ...(next && { next }),
    seeds: seedDocument(seeds),
    unmanaged,
  };
}

/** A tenant that could not be dealt with, for programs. */
export function failedDocument({ member, error }: FailedTenant) {
  return { tenant: member.tenant.id, database: member.label, error: { ...error.toJSON(), exitCode: error.exitCode } };
}
