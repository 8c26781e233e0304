import { createInterface } from 'node:readline';

/** Asks for a line; what is typed is not shown where it is a secret. From a pipe, the next line of it. */
export class Prompt {
  private readonly lines: AsyncIterator<string>;
  private readonly reader: ReturnType<typeof createInterface>;
  private isSilent = false;

  constructor(
    private readonly input: NodeJS.ReadStream = process.stdin,
    output: NodeJS.WriteStream = process.stderr,
  ) {
    this.reader = createInterface({ input, output, terminal: input.isTTY === true });
    const shown = this.reader as unknown as { _writeToOutput?: (text: string) => void };
    const usual = shown._writeToOutput?.bind(this.reader);
    shown._writeToOutput = (text) => {
      if (!this.isSilent) usual?.(text);
    };
    this.lines = this.reader[Symbol.asyncIterator]();
    this.tell = (text) => output.write(text);
  }

  private readonly tell: (text: string) => void;

  async line(question: string, { secret = false } = {}): Promise<string> {
    this.tell(question);
    this.isSilent = secret;
    const { value, done } = await this.lines.next();
    this.isSilent = false;
    if (secret && this.input.isTTY) this.tell('\n');
    return done ? '' : String(value).trim();
  }

  close(): void {
    this.reader.close();
  }
}
