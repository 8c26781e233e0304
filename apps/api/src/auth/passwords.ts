import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's parameters for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const SALT_BYTES = 16;
/** Passwords that are worked on at once: each takes memory and a core. */
const AT_ONCE = 2;
/** Those who wait for a turn; more are turned away. */
const MOST_WAITING = 64;

/** Least and most characters of a password. */
export const PASSWORD_LENGTHS = { least: 12, most: 200 } as const;

/** Thrown where more passwords are to be checked than the machine can. */
export class TooManyPasswords extends Error {}

/** Hashes and checks passwords, a few at a time. */
export class Passwords {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: { readonly atOnce: number; readonly waiting: number } = { atOnce: AT_ONCE, waiting: MOST_WAITING },
  ) {}

  /** @returns PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash` */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const tag = await this.inTurn(() => tagOf(password, { salt, ...COST }));
    const { memory, passes, parallelism } = COST;
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
  }

  /** Takes as long where there is no hash, so that nobody learns which names exist. */
  async isRight(password: string, hash: string | null): Promise<boolean> {
    const kept = hash === null ? undefined : read(hash);
    const against = kept ?? { salt: Buffer.alloc(SALT_BYTES), tag: Buffer.alloc(COST.tagLength), ...COST };
    const tag = await this.inTurn(() => tagOf(password, against));
    return timingSafeEqual(tag, against.tag) && kept !== undefined;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.working >= this.most.atOnce) {
      if (this.waiting.length >= this.most.waiting) throw new TooManyPasswords();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.working += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.working -= 1;
    }
  }
}

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly tagLength: number;
}

const tagOf = (password: string, { salt, memory, passes, parallelism, tagLength }: Cost & { salt: Buffer }): Promise<Buffer> =>
  derive('argon2id', { message: password.normalize('NFC'), nonce: salt, memory, passes, parallelism, tagLength });

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function read(hash: string): (Cost & { salt: Buffer; tag: Buffer }) | undefined {
  const found = PHC.exec(hash);
  if (!found) return undefined;
  const [memory, passes, parallelism] = found.slice(1, 4).map(Number) as [number, number, number];
  const [salt, tag] = found.slice(4, 6).map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer];
  return { memory, passes, parallelism, tagLength: tag.length, salt, tag };
}

/** Why a password will not do; undefined where it does. */
export function weaknessOf(password: string, name: string): 'length' | 'name' | 'monotone' | undefined {
  const length = [...password].length;
  if (length < PASSWORD_LENGTHS.least || length > PASSWORD_LENGTHS.most) return 'length';
  const folded = password.toLowerCase();
  if (folded.includes(name.toLowerCase()) || folded.includes('thac') || folded.includes('password')) return 'name';
  return new Set(folded).size < 5 || isRow(folded) ? 'monotone' : undefined;
}

/** `abcdefghijkl`, `123456789012`: most characters follow the one before. */
function isRow(text: string): boolean {
  let following = 0;
  for (let at = 1; at < text.length; at++) following += text.charCodeAt(at) - text.charCodeAt(at - 1) === 1 ? 1 : 0;
  return following * 2 > text.length;
}
