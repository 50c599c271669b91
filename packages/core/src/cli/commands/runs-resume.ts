import { defineCommand } from '../command.js';
import { formatFlag } from '../flags.js';
import { goOn } from '../fleet/go-on.js';
import { goingOnFlags } from '../fleet/going-on-flags.js';

export const runsResume = defineCommand({
  summary: 'go on with a run of a fleet that was paused, held, stopped or killed',
  description:
    'Each tenant that is left gets the plan that was agreed to when the run began. One that was begun before is asked first: where its own journal says that the plan came to its end nothing is run, and where it stopped on the way what is left of it. A run that is only paused goes on where it runs.',
  arguments: [
    { name: 'RUN', description: 'the name of a run, or its beginning (default: the newest)', optional: true },
  ],
  flags: { ...goingOnFlags, ...formatFlag('text', 'json') },
  examples: [['runs resume', 'the newest run, from any terminal']],
  run: (invocation) => goOn(invocation, 'left'),
});
