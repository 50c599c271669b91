import { createHash } from 'node:crypto';
import { Point } from '@noble/ed25519';
import type { AuthPlugin } from 'mysql2';

/** The order of the group: RFC 8032, section 5.1. */
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

/**
 * The way of authentication `ed25519` of MariaDB: what the server sends is signed, and the password stays here. It is the seed of the key as it is, of any length, where a
 * library takes one of 32 bytes. https://mariadb.com/kb/en/authentication-plugin-ed25519/
 */
export const ed25519Plugin: AuthPlugin = ({ connection }) => {
  const { password } = (connection as unknown as { readonly config: { readonly password?: string } }).config;
  return (nonce) => (password ? signedWith(Buffer.from(password), nonce.subarray(0, 32)) : Buffer.alloc(0));
};

/** The signature of a message by RFC 8032, section 5.1.6. */
export function signedWith(secret: Buffer, message: Uint8Array): Buffer {
  const hash = sha512(secret);
  const head = Buffer.from(hash.subarray(0, 32));
  head[0] = (head[0] ?? 0) & 248;
  head[31] = ((head[31] ?? 0) & 127) | 64;
  const key = numberOf(head) % order;
  const nonce = numberOf(sha512(hash.subarray(32), message)) % order;
  const point = Point.BASE.multiply(nonce).toBytes();
  const challenge = numberOf(sha512(point, Point.BASE.multiply(key).toBytes(), message)) % order;
  return Buffer.concat([point, bytesOf((nonce + challenge * key) % order)]);
}

function sha512(...parts: readonly Uint8Array[]): Buffer {
  return createHash('sha512').update(Buffer.concat(parts)).digest();
}

/** Numbers stand with their least byte first. */
function numberOf(bytes: Buffer): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
}

function bytesOf(number: bigint): Buffer {
  return Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse();
}
