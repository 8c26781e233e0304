import type { Bilingual } from '#contracts';
import { allCodes, explain, type Explanation } from './explanations.js';

/**
 * Style of the help pages and of signing in: a file of its own, so that no page needs inline style. Colours, faces and measures as in
 * the application (`apps/web/src/styles/tokens.css`).
 */
export const PAGE_STYLE = `:root { color-scheme: light dark; --ink: light-dark(#17242a, #e6edef); --line: light-dark(#7b8a90, #74868d);
  --accent: light-dark(#0b5e76, #76cbdf); --on-accent: light-dark(#ffffff, #08222b); --surface: light-dark(#ffffff, #182125);
  font: 0.9375rem/1.5 "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", "Liberation Sans", "Open Sans", Arial, sans-serif; }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; border-top: 0.5rem solid #0b4f63; color: var(--ink);
  background: light-dark(#f3f5f4, #10171a); }
h1 { font-size: 1.5rem; line-height: 1.3; font-weight: 600; }
code { font-size: 0.95em; }
dt { font-weight: 600; margin-top: 1rem; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem 0.3rem 0; border-bottom: 1px solid #8886; }
a { color: var(--accent); overflow-wrap: anywhere; }
input, button { min-height: 2.125rem; border: 1px solid var(--line); border-radius: 4px; background: var(--surface); color: var(--ink);
  font: inherit; }
input { width: min(20rem, 100%); box-sizing: border-box; padding: 0 0.5rem; }
button { padding: 0 0.875rem; border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600;
  cursor: pointer; }
[role="alert"]:not(:empty) { padding-left: 0.75rem; border-left: 4px solid light-dark(#a3202b, #ff9a9a); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

const page = (title: string, body: string): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/problems/style.css">
</head>
<body>
${body}
</body>
</html>
`;

const both = ({ vi, en }: Bilingual): string => `${escaped(vi)}<br><span lang="en">${escaped(en)}</span>`;

const part = (term: Bilingual, text: Bilingual | null): string =>
  text === null ? '' : `<dt>${escaped(term.vi)} · <span lang="en">${escaped(term.en)}</span></dt>\n<dd>${both(text)}</dd>`;

/** The help page of one code, in both languages. @param again where to try again, a path of this server */
export const problemPage = ({ code, status, title, what, mend }: Explanation, again?: string): string =>
  page(
    code,
    `<main>
<h1>${escaped(title.vi)}</h1>
<p lang="en">${escaped(title.en)}</p>
<p><code>${escaped(code)}</code>${status === null ? '' : ` · HTTP ${status}`}</p>
<dl>
${part({ vi: 'Chuyện gì đã xảy ra', en: 'What happened' }, what)}
${part({ vi: 'Cách khắc phục', en: 'How to mend it' }, mend)}
</dl>
${again === undefined ? '' : `<p><a href="${again}">Thử lại · <span lang="en">Try again</span></a></p>`}
<p><a href="/problems">Mọi mã lỗi · <span lang="en">All codes</span></a></p>
</main>`,
  );

/** The list of every code. */
export function problemList(): string {
  const rows = allCodes().flatMap((code) => {
    const found = explain(code);
    if (!found) return [];
    const link = `<a href="/problems/${encodeURIComponent(code)}"><code>${escaped(code)}</code></a>`;
    return [`<tr><td>${link}</td><td>${found.status ?? '–'}</td><td>${both(found.title)}</td></tr>`];
  });
  return page(
    'Mã lỗi · Problem codes',
    `<main>
<h1>Mã lỗi</h1>
<p lang="en">Problem codes</p>
<table>
<thead><tr><th>Mã · <span lang="en">Code</span></th><th>HTTP</th><th>Nghĩa · <span lang="en">Meaning</span></th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</main>`,
  );
}
