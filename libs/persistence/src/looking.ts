/** Something that looks for work again and again. */
export interface Running {
  /** Resolves once a look that began after this call is over: all that was recorded before has been taken in by somebody, or failed. */
  lookNow(): Promise<void>;
  /** Ends it: the step under way is finished, no other begins. A second call waits for the first. */
  stop(): Promise<void>;
}

/** Looks, one look at a time, and rests in between. Its timer keeps no process alive. */
export abstract class Looking implements Running {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | undefined;
  protected stopped = false;

  /** Does what there is to do. Never throws. @returns milliseconds to rest afterwards */
  protected abstract look(): Promise<number>;

  /** Begins; for once. */
  start(): this {
    this.underWay = this.lookAndRest();
    return this;
  }

  async lookNow(): Promise<void> {
    await this.underWay;
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.underWay = this.lookAndRest();
    await this.underWay;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.underWay;
  }

  private async lookAndRest(): Promise<void> {
    const rest = await this.look();
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.underWay = this.lookAndRest();
    }, rest).unref();
  }
}
