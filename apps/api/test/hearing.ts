/** Reads a stream of the live log until it has said something. */
export async function hear({ body }: Response, what: RegExp): Promise<string> {
  let said = '';
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    said += chunk;
    if (what.test(said)) return said;
  }
  return said;
}
