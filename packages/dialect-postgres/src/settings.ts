/** The session settings that steps ask for, by the names of the contract, with what each is called on the server. */
const settingNames = {
  'postgres/lock_timeout': 'lock_timeout',
  'postgres/statement_timeout': 'statement_timeout',
  'postgres/row_security': 'row_security',
  'postgres/check_function_bodies': 'check_function_bodies',
} as const;

/** The name that the server has for a setting of a step; undefined for one that this dialect does not know. */
export function serverSetting(name: string): string | undefined {
  return Object.hasOwn(settingNames, name) ? settingNames[name as keyof typeof settingNames] : undefined;
}
