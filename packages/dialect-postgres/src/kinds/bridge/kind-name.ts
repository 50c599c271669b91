/** The kind of what keeps columns in step. */
export const bridgeKindName = 'postgres/bridge';
