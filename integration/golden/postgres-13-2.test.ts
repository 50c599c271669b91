import { postgresCases } from './postgres-cases.js';

postgresCases('postgres-13', 2);
