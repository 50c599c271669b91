import { counted } from '../../model/counted.js';
import { duration } from '../render/titles.js';
import type { Terminal } from '../terminal.js';

const redrawMs = 80;
const tellMs = 10_000;

/** Shows how many tenants are done, of how many where that is known: on a line that is drawn over on a terminal, and every ten seconds elsewhere. */
export function fleetProgress(
  terminal: Terminal,
  what: string,
  total?: number,
): { readonly show: (done: number, failed?: number) => void; readonly end: () => void } {
  const began = Date.now();
  let shown = terminal.live ? 0 : began;
  if (terminal.quiet) return { show: () => {}, end: () => {} };
  return {
    show(done, failed = 0) {
      const now = Date.now();
      if (now - shown < (terminal.live ? redrawMs : tellMs)) return;
      shown = now;
      const line = lineOf(what, { done, failed, spent: now - began, ...(total !== undefined && { total }) });
      if (terminal.live) terminal.redraw(terminal.errorPaint.cyan(line));
      else terminal.note(line);
    },
    end: () => terminal.clear(),
  };
}

interface Progress {
  readonly done: number;
  readonly failed: number;
  readonly spent: number;
  readonly total?: number;
}

function lineOf(what: string, { done, failed, spent, total }: Progress): string {
  const perSecond = spent >= 1000 ? Math.round(done / (spent / 1000)) : 0;
  const rate = perSecond > 0 ? `${perSecond} a second` : '';
  const left =
    total !== undefined && done > 0 && done < total && spent > 2000
      ? `${duration((spent / done) * (total - done))} left`
      : '';
  const wrong = failed > 0 ? `${failed} failed` : '';
  const of = total === undefined ? counted(done, 'tenant') : `${done}/${counted(total, 'tenant')}`;
  return [`${what}: ${of}`, wrong, rate, left].filter(Boolean).join(' · ');
}
