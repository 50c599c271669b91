/** Whether a default is a value, and no expression that is computed. */
export function isPlain(value: string): boolean {
  return /^(?:'|[-+.\d]|b'|x'|0x|NULL$|TRUE$|FALSE$|current_timestamp)/i.test(value);
}
