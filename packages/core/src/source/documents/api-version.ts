/** The version that documents of schema carry; the format is SchemaHero's, with additions. */
export const schemaVersion = 'schemas.schemahero.io/v1alpha4';

/** The version of the documents that stand beside them. */
export const databaseVersion = 'databases.schemahero.io/v1alpha4';
