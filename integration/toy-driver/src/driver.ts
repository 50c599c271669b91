import { contractVersion, type Driver } from '@sync/core';
import { connectToy } from './connection.js';
import { toyDialect } from './dialect.js';
import { aliasKind } from './kinds/alias.js';
import { bucketKind } from './kinds/bucket.js';
import { readToyOptions, type ToyOptions } from './options.js';
import { createWorld, type World } from './world.js';

/** A driver with databases of its own, which live as long as it does. */
export function createToyDriver(world: World = createWorld()): Driver<ToyOptions> {
  return {
    name: 'toy',
    contract: contractVersion,
    protocols: ['toy'],
    dialect: toyDialect,
    kinds: [bucketKind, aliasKind],
    capabilities: { ddl: 'autocommit', readOnly: false },
    options: readToyOptions,
    label: (options) => `toy database ${options.name}`,
    connect: (options, request) => connectToy(options, request, world),
  };
}

/** The driver that is loaded by name. */
export const toyDriver: Driver<ToyOptions> = createToyDriver();
