import { bridgePrefix } from '@sync/core';

/** The kind of what keeps columns in step. */
export const bridgeKindName = 'mysql/bridge';

const ours = new RegExp(`^${bridgePrefix}[0-9a-f]+_[1-4]$`);

/** Whether a trigger is of what keeps columns in step. */
export const isOfBridge = (name: string) => ours.test(name);
