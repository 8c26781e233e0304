import type { ReactNode } from 'react';

/** Numbers of documents, as `239/KH-UBND` and `126/KH-UBND:5`. */
const NUMBERS = /(\d+\/\p{Lu}[\p{L}\d/:-]*)/u;

/** A text in which no line ends within the number of a document, at its stroke or hyphen. */
export function unbroken(text: string): ReactNode {
  const parts = text.split(NUMBERS);
  if (parts.length === 1) return text;
  return (
    <span className="numbered">{parts.map((part, place) => (place % 2 === 0 ? part : <NumberOf key={part} text={part} />))}</span>
  );
}

const NumberOf = ({ text }: { readonly text: string }): ReactNode => <span className="unbroken">{text}</span>;
