import { postgresCases } from './postgres-cases.js';

postgresCases('postgres-18', 4);
