import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's environment on a plain global object. Its own puts a proxy before every name that a module looks up, and keeps a hundred
 * frames of every error: what reads text by the thousand takes nearly twice as long there.
 */
export default class PlainEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const plain = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    const own = new Set(Reflect.ownKeys(plain));
    for (const key of Reflect.ownKeys(this.global)) {
      if (!own.has(key)) Object.defineProperty(plain, key, Object.getOwnPropertyDescriptor(this.global, key));
    }
    const { ArrayBuffer, Buffer, Uint8Array } = globalThis;
    Object.assign(plain, { global: plain, ArrayBuffer, Buffer, Uint8Array });
    this.context = plain;
    this.global = plain;
    this.moduleMocker = new this.moduleMocker.constructor(plain);
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: config.projectConfig, global: plain });
  }
}
