import { peakInMb } from '../peak.mjs';
import { compare } from './site.mjs';

const [left, right] = process.argv.slice(2);
if (left !== undefined) await compare(left, right, 0);
console.log(JSON.stringify({ peak: peakInMb() }));
