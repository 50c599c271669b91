import { pureContract } from '@sync/testkit';
import driver from '../src/index.js';
import { schemas } from './contract-schemas.js';

/** The live part is played by `integration/cassandra/contract.test.ts`. */
pureContract({ driver, schemas });
