import type { Statement } from '@sync/core';
import { quoteName } from '../text/names.js';

/** When a trigger or rule fires, where that is not the usual. */
export type FiringState = 'disabled' | 'replica' | 'always';

/** The states by the letters that the server has for them. */
export const firingStates: Readonly<Record<string, FiringState>> = { D: 'disabled', R: 'replica', A: 'always' };

/** The states in words. */
export const stateNames: Readonly<Record<FiringState, string>> = {
  disabled: 'disabled',
  replica: 'only on a replica',
  always: 'also on a replica',
};

const verbs: Readonly<Record<FiringState, string>> = {
  disabled: 'DISABLE',
  replica: 'ENABLE REPLICA',
  always: 'ENABLE ALWAYS',
};

/** The statement that enables or disables a trigger or rule. */
export function setFiring(table: string, what: 'TRIGGER' | 'RULE', name: string, state?: FiringState): Statement {
  return { text: `ALTER TABLE ${table} ${state ? verbs[state] : 'ENABLE'} ${what} ${quoteName(name)}` };
}
