import { roleName, ROLES } from '#identity';

const NAMES = Object.fromEntries(ROLES.map((role) => [role, `${roleName(role).vi} · ${roleName(role).en}`]));

/** What `/sign-in` does. Text from the server only ever becomes a text node. */
export const PAGE_SCRIPT = `const byId = (id) => document.getElementById(id);
const said = byId('said');
let session = null;
const ROLES = ${JSON.stringify(NAMES)};

const ask = async (path, body) => {
  const headers = { 'Accept-Language': navigator.language };
  if (body) headers['Content-Type'] = 'application/json';
  if (session?.csrf) headers['X-Thac-CSRF'] = session.csrf;
  const answer = await fetch('/api/v1/session' + path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
  const read = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(read.code), { read });
  return read;
};

const tell = ({ read }) => {
  const lines = read?.messages ? [read.messages.vi, read.mend.vi, read.messages.en, read.mend.en] : ['Không kết nối được · No connection'];
  said.textContent = lines.join(' ');
};

const show = (id) => {
  for (const part of ['sign-in', 'first', 'link', 'code-step', 'account']) byId(part).hidden = part !== id;
  if (byId('outside')) byId('outside').hidden = id !== 'sign-in';
};

const asked = new URLSearchParams(location.search).get('to');
const back = () => {
  const to = asked !== null && URL.canParse(asked, location.origin) ? new URL(asked, location.origin) : null;
  return to?.origin === location.origin && to.protocol.startsWith('http') && !to.pathname.startsWith('/sign-in') ? to.pathname + to.search + to.hash : null;
};

const nameOf = async (unit) => {
  const answer = await fetch('/api/v1/units/' + encodeURIComponent(unit)).catch(() => null);
  return answer?.ok ? (await answer.json()).name : unit;
};

const showAccount = (found) => {
  session = found;
  show('account');
  byId('who').textContent = found.shownName || found.name || found.user;
  byId('rights').replaceChildren(...found.rights.filter((right) => right.state === 'now').map((right) => {
    const line = document.createElement('li');
    const role = ROLES[right.role] ?? right.role;
    line.textContent = role;
    if (right.unit !== null) void nameOf(right.unit).then((unit) => (line.textContent = role + ': ' + unit));
    return line;
  }));
  byId('strong').hidden = !found.strong;
  byId('second-factor').hidden = found.by !== 'session';
  byId('sign-out').hidden = found.by !== 'session';
};

const on = (id, path, more) =>
  byId(id).addEventListener('submit', async (event) => {
    event.preventDefault();
    said.textContent = '';
    const typed = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''));
    try {
      const found = await ask(path, { ...typed, ...more() });
      if (back() !== null) return location.replace(location.origin + back());
      history.replaceState(null, '', location.pathname);
      event.target.reset();
      byId('confirm').hidden = true;
      showAccount(found);
    } catch (fault) {
      tell(fault);
      if (id === 'link' && fault.read?.code === 'sign-in.code-needed') show('sign-in');
    }
  });

const secretIn = (name) => new URLSearchParams(location.hash.slice(1)).get(name);
on('sign-in', '', () => ({}));
on('first', '/redeem', () => ({ link: secretIn('first') }));
on('link', '/redeem', () => ({ link: secretIn('link') }));
on('code-step', '/code', () => ({ link: secretIn('code') }));
on('confirm', '/second-factor/confirm', () => ({}));

byId('second-factor').addEventListener('submit', async (event) => {
  event.preventDefault();
  said.textContent = '';
  try {
    const { secret, address } = await ask('/second-factor', Object.fromEntries(new FormData(event.target)));
    event.target.reset();
    byId('secret').textContent = secret.replace(/(.{4})(?=.)/g, '$1 ');
    if (address.startsWith('otpauth:')) byId('authenticator').href = address; // on a telephone it opens the authenticator
    byId('second-factor').hidden = true;
    byId('confirm').hidden = false;
    byId('first-code').focus();
  } catch (fault) {
    tell(fault);
  }
});

byId('sign-out').addEventListener('click', async () => {
  const ended = await ask('/end', {}).catch(tell);
  session = null;
  show('sign-in');
  if (ended?.elsewhere) location.assign(ended.elsewhere);
});

if (byId('outside') && back() !== null) byId('outside').firstElementChild.href += '?to=' + encodeURIComponent(back());
if (secretIn('code')) show('code-step');
else if (secretIn('first')) show('first');
else if (secretIn('link')) show('link');
else ask('').then((found) => (found.by === 'session' ? showAccount(found) : show('sign-in')), () => show('sign-in'));
`;
