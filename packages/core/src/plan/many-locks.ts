import type { Hazard } from '../contract/step.js';

/** A plan that would hold more locks than the server has room for commits on the way. */
export function commitsBefore(room: number): Hazard {
  return {
    class: 'locks',
    code: 'many-locks',
    message: `what comes before this commits by itself: one transaction may hold about ${room} locks on this server, and the whole would hold more`,
    hint: 'A run that stops in between leaves what is done, and the next plan goes on from there. To commit all at once, have the server take more locks in one transaction.',
    reversible: true,
  };
}

/** What cannot be taken apart holds more locks than the server promises room for. */
export function holdsTooMuch(locks: number, room: number): Hazard {
  return {
    class: 'locks',
    code: 'many-locks',
    message: `holds about ${locks} locks until this batch commits, and the server promises room for ${room}: it may refuse more, to this run and to others`,
    hint: 'Have the server take more locks in one transaction, plan with --online, or come to the desired state in several plans, with a part of it first.',
    reversible: true,
  };
}
