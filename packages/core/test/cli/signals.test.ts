import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { listenForInterruption } from '../../src/cli/signals.js';

function listen() {
  const target = new EventEmitter();
  const said: string[] = [];
  const interruption = listenForInterruption(target, (text) => said.push(text));
  return { target, said, interruption };
}

test('an interruption of work says that it is being finished or rolled back', () => {
  const { target, said, interruption } = listen();
  target.emit('SIGINT');
  expect(said).toEqual([expect.stringContaining('finishing or rolling back what is under way')]);
  expect(interruption.signal.reason).toMatchObject({ code: 'CANCELLED', exitCode: 130 });
  expect(target.listenerCount('SIGINT'), 'the second one ends the process at once').toBe(0);
});

test('an interruption of a question has nothing to roll back, and says so', () => {
  const { target, said, interruption } = listen();
  interruption.onQuestion(true);
  target.emit('SIGINT');
  expect(said).toEqual([]);
  expect(interruption.signal.reason).toMatchObject({
    code: 'CANCELLED',
    exitCode: 130,
    message: expect.stringContaining('nothing was changed'),
  });
});

test('once the question is answered, there is work again', () => {
  const { target, said, interruption } = listen();
  interruption.onQuestion(true);
  interruption.onQuestion(false);
  target.emit('SIGTERM');
  expect(said).toHaveLength(1);
  expect(interruption.signal.reason).toMatchObject({ code: 'TERMINATED', exitCode: 143 });
});
