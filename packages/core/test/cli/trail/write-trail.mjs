// Writes an audit trail, from the source, until it is killed.
import { createJiti } from 'jiti';

const load = (path) => createJiti(import.meta.url).import(path);
const { auditFile } = await load('../../../src/cli/trail/audit-file.ts');
const { createRedactor } = await load('../../../src/config/redact.ts');
const trail = auditFile(process.argv[2], createRedactor());
for (let step = 1; ; step++) await trail.write({ type: 'step', run: String(process.pid), step });
