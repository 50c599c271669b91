import { writeFileSync } from 'node:fs';
import { peakInMb } from '../peak.mjs';

process.on('exit', () => writeFileSync(process.env.BENCH_PEAK, String(peakInMb())));
