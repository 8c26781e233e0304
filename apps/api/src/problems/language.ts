/** The two languages of the product. */
export type Language = 'vi' | 'en';

interface Wish {
  readonly language: string;
  /** 0 to 1. */
  readonly quality: number;
}

/** The language that a reader prefers, by `Accept-Language`: Vietnamese unless English is wanted more. */
export function languageOf(header = ''): Language {
  const wishes = header.slice(0, 500).split(',').map(wishOf);
  const qualityOf = (language: string): number | undefined => wishes.find((wish) => wish.language === language)?.quality;
  return (qualityOf('en') ?? 0) > (qualityOf('vi') ?? qualityOf('*') ?? 0) ? 'en' : 'vi';
}

function wishOf(part: string): Wish {
  const [tag = '', ...parameters] = part
    .toLowerCase()
    .split(';')
    .map((piece) => piece.trim());
  const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
  return { language: tag.split('-')[0] ?? '', quality: Number.isFinite(quality) ? quality : 0 };
}
