import { usage } from '../arguments.js';
import { defineCommand } from '../command.js';
import { formatFlag } from '../flags.js';
import { goOn } from '../fleet/go-on.js';
import { goingOnFlags } from '../fleet/going-on-flags.js';

export const runsRetry = defineCommand({
  summary: 'begin tenants of a run of a fleet again that failed',
  description:
    'With the plan that was agreed to when the run began. A tenant that could not be looked at then gets the plan of the others of its group that fits it, if one does.',
  arguments: [
    { name: 'RUN', description: 'the name of a run, or its beginning (default: the newest)', optional: true },
  ],
  flags: {
    failed: { type: 'switch', description: 'those that failed' },
    ...goingOnFlags,
    ...formatFlag('text', 'json'),
  },
  examples: [['runs retry --failed', 'once what they failed for is mended']],
  async run(invocation) {
    if (!invocation.flags.failed)
      throw usage('nothing says which tenants are to be begun again', 'Say --failed; runs resume begins what is left.');
    return goOn(invocation, 'failed');
  },
});
