/** How the parser reads one text: the statements in its own words, or why it does not. */
export interface Reading {
  readonly statements?: readonly string[];
  readonly error?: string;
}

export function cockroachParser(): Promise<
  { readonly parse: (statements: readonly string[]) => Promise<readonly Reading[]> } | { readonly absent: string }
>;
