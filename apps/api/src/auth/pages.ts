import type { FastifyInstance } from 'fastify';
import { escaped, PAGE_STYLE } from '../problems/pages.js';
import { PAGE_SCRIPT } from './page-script.js';

const field = (name: string, label: string, more = ''): string =>
  `<p><label for="${name}">${label}</label><br><input id="${name}" name="${name}" ${more}></p>`;
const both = (vi: string, en: string): string => `${vi} · <span lang="en">${en}</span>`;

const form = (id: string, [title, button]: readonly [title: string, button: string], ...fields: readonly string[]): string => `
<form id="${id}" hidden>
<h1>${title}</h1>
${fields.join('\n')}
<p><button>${button}</button></p>
</form>`;

const NAME = field('name', both('Tên đăng nhập', 'Name'), 'autocomplete="username" autocapitalize="none" required');
const SHOWN_NAME = field('shownName', both('Tên hiển thị', 'Shown name'), 'autocomplete="name" required');
const PASSWORD = field('password', both('Mật khẩu', 'Password'), 'type="password" autocomplete="current-password" required');
const NEW_PASSWORD = (id: string): string =>
  field(
    id,
    both('Mật khẩu mới, từ 12 ký tự', 'New password, 12 characters or more'),
    'type="password" autocomplete="new-password" minlength="12" required',
  );
const CODE = (id: string, label = both('Mã xác thực, sáu chữ số', 'Code, six digits')): string =>
  field(id, label, 'inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}"');
const CODE_IF_ANY = CODE('code', both('Mã xác thực (nếu đã thiết lập)', 'Code (if you have set it up)'));

const AUTHENTICATOR = `<p>${both(
  'Kiểm toán viên và quản trị hệ thống cần bước này. Cài ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator…); nhập mật khẩu ở đây để lấy khóa cho ứng dụng.',
  'Auditors and system administrators need it. Install an authenticator on your telephone (Google Authenticator, Microsoft Authenticator, …); your password gives you a key for it.',
)}</p>`;
const SECRET = `<p><code id="secret"></code></p>
<p><a id="authenticator">${both('Đang dùng chính điện thoại đó: mở ứng dụng xác thực', 'On that telephone: open the authenticator')}</a></p>
<p>${both('Sau đó ghi sáu chữ số mà ứng dụng hiện ra.', 'Then write the six digits that it shows.')}</p>`;

const BUTTON = (name: string): string =>
  `<p id="outside" hidden><a href="/sign-in/oidc">${both(`Đăng nhập bằng ${escaped(name)}`, `Sign in with ${escaped(name)}`)}</a></p>`;

/** @param outside what one may sign in with besides a password; null for nothing */
const pageWith = (outside: string | null): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Thác: đăng nhập</title>
<link rel="icon" href="/mark.svg">
<link rel="stylesheet" href="/sign-in/style.css">
<script type="module" src="/sign-in/page.js"></script>
</head>
<body>
<main>
<p><strong>Thác</strong></p>
<p id="said" role="alert"></p>
${form('sign-in', [both('Đăng nhập', 'Sign in'), both('Đăng nhập', 'Sign in')], NAME, PASSWORD, CODE_IF_ANY)}
${outside === null ? '' : BUTTON(outside)}
${form('code-step', [both('Xác thực bước hai', 'Second factor'), both('Đăng nhập', 'Sign in')], CODE('step-code').replace('name="step-code"', 'name="code"'))}
${form(
  'first',
  [both('Người quản trị đầu tiên', 'The first administrator'), both('Tạo', 'Make')],
  NAME.replaceAll('"name"', '"first-name"').replace('name="first-name"', 'name="name"'),
  SHOWN_NAME,
  NEW_PASSWORD('first-password').replace('name="first-password"', 'name="password"'),
)}
${form(
  'link',
  [both('Đặt mật khẩu', 'Choose a password'), both('Lưu', 'Save')],
  NEW_PASSWORD('link-password').replace('name="link-password"', 'name="password"'),
)}
<section id="account" hidden>
<h1 id="who"></h1>
<ul id="rights"></ul>
<p><a href="/">${both('Vào ứng dụng', 'Open the application')}</a></p>
<p><a href="/me">${both('Ủy quyền khi vắng mặt, các phiên đăng nhập', 'Lend a role while away, sessions')}</a></p>
<p id="strong" hidden>${both('Phiên này đã xác thực bước hai.', 'This session has shown a second factor.')}</p>
${form(
  'second-factor',
  [both('Xác thực bước hai', 'Second factor'), both('Thiết lập', 'Set up')],
  AUTHENTICATOR,
  PASSWORD.replaceAll('"password"', '"own-password"')
    .replace('name="own-password"', 'name="password"')
    .replace('type="own-password"', 'type="password"'),
)}
${form('confirm', [both('Nhập vào ứng dụng xác thực', 'Type into your authenticator'), both('Xác nhận', 'Confirm')], SECRET, CODE('first-code').replace('name="first-code"', 'name="code"'))}
<p><button id="sign-out">${both('Đăng xuất', 'Sign out')}</button></p>
</section>
</main>
</body>
</html>
`;

const HTML = 'text/html; charset=utf-8';

/** `/sign-in` and `/account`: one page for coming in, links and second factors, until there is an application that has it. */
export function serveEntryPages(fastify: FastifyInstance, outside: string | null): void {
  const page = pageWith(outside);
  for (const place of ['/sign-in', '/account'])
    fastify.get(place, (_request, reply) => reply.type(HTML).header('Cache-Control', 'no-store').send(page));
  fastify.get('/sign-in/page.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(PAGE_SCRIPT));
  fastify.get('/sign-in/style.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(PAGE_STYLE));
}
