import { describe, expect, test } from 'vitest';
import { align, createPaint, widthOf } from '../../src/cli/paint.js';
import { visible, visibleJson, visibleText } from '../../src/cli/visible.js';

describe('aligning', () => {
  test('counts neither colours nor combining marks, and wide characters twice', () => {
    const paint = createPaint(true);
    expect(widthOf(paint.red('ab'))).toBe(2);
    expect(widthOf('e\u0301')).toBe(1);
    expect(widthOf('表')).toBe(2);
    expect(
      align([
        ['a', 'x'],
        [paint.bold('表b'), 'y'],
      ]),
    ).toEqual(['a    x', `${paint.bold('表b')}  y`]);
  });

  test('leaves no blanks at the end of a line', () => {
    expect(
      align([
        ['a', ''],
        ['long', 'x'],
      ]),
    ).toEqual(['a', 'long  x']);
  });

  test('without colours paint adds nothing', () => {
    expect(createPaint(false).red('x')).toBe('x');
  });
});

describe('hostile text', () => {
  const hostile = 'a\u001b[2Jb\u202ec\u009b\r';

  test('is shown as what it is', () => {
    expect(visible(`${hostile}\n\t`)).toBe('a\\u001b[2Jb\\u202ec\\u009b\\u000d\\n\\t');
    expect(visibleText('a\r\n\tb\u0007')).toBe('a\n\tb\\u0007');
  });

  test('means the same in JSON', () => {
    const text = visibleJson(JSON.stringify({ name: hostile }));
    expect(text).not.toMatch(/[\u007f-\u009f\u202e]/);
    expect(JSON.parse(text)).toEqual({ name: hostile });
  });
});
