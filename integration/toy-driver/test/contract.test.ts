import { driverContract } from '@sync/testkit';
import { createToyDriver } from '../src/driver.js';
import { surroundings } from './samples.js';

driverContract({ driver: createToyDriver(), ...surroundings });
