/** A folder with a package of npm and what it needs, fetched once. */
export function fromNpm(name: string, version: string): Promise<string>;

/** A folder with a package of PyPI alone, fetched once. */
export function fromPyPi(name: string, version: string): Promise<string>;
