/** The folder of one package of a Debian suite alone, unpacked and not installed. */
export function fromDebian(name: string, suite: string): Promise<string>;
