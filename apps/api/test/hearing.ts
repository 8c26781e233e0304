/** Reads a stream of the live log until it has said something. */
export async function hear({ body }: Response, what: RegExp): Promise<string> {
  let said = '';
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    said += chunk;
    if (what.test(said)) return said;
  }
  return said;
}

/** Listens to a stream that goes on: what it has said in all, once that has something in it. */
export function listening({ body }: Response): { until(what: RegExp): Promise<string>; end(): Promise<string> } {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let said = '';
  const hearOn = async (isEnough: () => boolean): Promise<string> => {
    while (!isEnough()) {
      const heard = await reader?.read();
      if (!heard || heard.done) break;
      said += heard.value;
    }
    return said;
  };
  return { until: (what) => hearOn(() => what.test(said)), end: () => hearOn(() => false) };
}
