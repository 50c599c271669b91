import { contractVersion, type Driver } from '../contract/driver.js';

type Check = (value: unknown) => string | undefined;
type Members = Readonly<Record<string, unknown>>;

const isText: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'must be a string');
const isFunction: Check = (value) => (typeof value === 'function' ? undefined : 'must be a function');
const isObject: Check = (value) => (typeof value === 'object' && value !== null ? undefined : 'must be an object');
const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value);
const isList =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length === 0) return 'must be a list with at least one member';
    return isListOrNone(check)(value);
  };
const isListOrNone =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'must be a list';
    const problems = value.map((item, i) => ({ i, problem: check(item) }));
    const wrong = problems.find(({ problem }) => problem);
    return wrong && `[${wrong.i}] ${wrong.problem}`;
  };
const isProtocol: Check = (value) =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*$/.test(value)
    ? undefined
    : 'must be a URL scheme in lower case, without its colon';

const members: Readonly<Record<string, Check>> = {
  name: (value) =>
    typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value) ? undefined : 'must be a lower-case name',
  protocols: isList(isProtocol),
  dialect: isObject,
  kinds: isList(isObject),
  capabilities: isObject,
  options: isFunction,
  label: isFunction,
  connect: isFunction,
  scratch: isOptional(isFunction),
  likeness: isOptional(isFunction),
  seed: isOptional(isFunction),
  findRows: isOptional(isFunction),
  schemaOf: isOptional(isFunction),
  within: isOptional(isFunction),
  drop: isOptional(isFunction),
  identity: isOptional(isFunction),
  fileUrl: isOptional(isFunction),
  parts: isOptional(isListOrNone(isText)),
};

const dialectMembers: Readonly<Record<string, Check>> = {
  quote: isFunction,
  fold: isFunction,
  literal: isFunction,
  lexis: isObject,
  classify: isFunction,
  script: isFunction,
  bookkeeping: isObject,
};

const kindMembers: Readonly<Record<string, Check>> = {
  kind: isText,
  inspect: isFunction,
  compare: isFunction,
  render: isFunction,
};

/** What a package's default export lacks to be a driver of this contract, in words; or the driver. */
export function checkDriver(value: unknown): { readonly driver: Driver } | { readonly problems: readonly string[] } {
  if (typeof value !== 'object' || value === null) return { problems: ['it has no default export that is a driver'] };
  const driver = value as Members;
  if (driver.contract !== contractVersion) {
    const stated =
      driver.contract === undefined
        ? 'names no version of the contract'
        : `was written for version ${String(driver.contract)} of the contract`;
    return { problems: [`it ${stated}, and this schema-sync has version ${contractVersion}`] };
  }
  const problems = [
    ...checkMembers(driver, members, ''),
    ...nested(driver.dialect, dialectMembers, 'dialect.'),
    ...checkKinds(driver.kinds),
    ...checkCapabilities(driver),
  ];
  return problems.length > 0 ? { problems } : { driver: value as Driver };
}

function checkMembers(of: Members, checks: Readonly<Record<string, Check>>, prefix: string): string[] {
  return Object.entries(checks).flatMap(([name, check]) => {
    const problem = of[name] === undefined && check(undefined) ? 'is missing' : check(of[name]);
    return problem ? [`${prefix}${name}${problem.startsWith('[') ? '' : ' '}${problem}`] : [];
  });
}

function nested(value: unknown, checks: Readonly<Record<string, Check>>, prefix: string): string[] {
  return isObject(value) ? [] : checkMembers(value as Members, checks, prefix);
}

function checkKinds(kinds: unknown): string[] {
  if (!Array.isArray(kinds)) return [];
  const seen = new Set<unknown>();
  return kinds.flatMap((kind: unknown, i) => {
    const problems = nested(kind, kindMembers, `kinds[${i}].`);
    const name = (kind as Members | null)?.kind;
    if (seen.has(name)) problems.push(`kinds[${i}] is a second kind of the name ${String(name)}`);
    seen.add(name);
    return problems;
  });
}

function checkCapabilities(driver: Members): string[] {
  const capabilities = driver.capabilities;
  if (isObject(capabilities)) return [];
  const { ddl, readOnly } = capabilities as Members;
  return [
    ...(ddl === 'transactional' || ddl === 'autocommit'
      ? []
      : ['capabilities.ddl must be transactional or autocommit']),
    ...(typeof readOnly === 'boolean' ? [] : ['capabilities.readOnly must be true or false']),
  ];
}
