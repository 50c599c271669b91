import type { OnlineSteps } from './online-kind.js';
import { copiesOn } from './retype.js';

/** A trigger that copies a column goes with the column that it copies, where a plan goes on with that. */
export const triggerOnline: OnlineSteps = (change, usual, context) =>
  change.verb === 'drop' && copiesOn(change.from, context) ? [] : usual;

/** The function of such a trigger goes with it. */
export const functionOnline: OnlineSteps = (change, usual, context) => {
  if (change.verb !== 'drop') return usual;
  const users = context.base.dependents(change.address).filter(({ kind }) => kind === 'postgres/trigger');
  return users.some((trigger) => copiesOn(trigger, context)) ? [] : usual;
};
