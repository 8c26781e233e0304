import type { Bilingual } from '#contracts';
import { actionFacts } from './actions.js';
import type { Allowed, Decision, Denied, DenialCode } from './policy.js';
import { roleName } from './roles.js';

/** A decision in words, and what to do about it. */
export interface Told {
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

const list = (texts: readonly string[]): string => texts.join(', ');
const names = (denied: Denied): Bilingual => ({
  vi: list(denied.roles.map((role) => roleName(role).vi)),
  en: list(denied.roles.map((role) => roleName(role).en)),
});
const days = (denied: Denied): string => denied.day ?? '–';

type Reason = (denied: Denied) => Bilingual;

const REASONS: Readonly<Record<DenialCode, Reason>> = {
  'not-signed-in': () => ({ vi: 'chưa đăng nhập', en: 'nobody is signed in' }),
  blocked: () => ({ vi: 'tài khoản đã bị khóa', en: 'the account is blocked' }),
  'read-only': () => ({
    vi: 'phiên hoặc mã truy cập này chỉ được đọc',
    en: 'this session or token is for reading alone',
  }),
  'no-role': (denied) => ({
    vi: `cần một trong các vai trò: ${names(denied).vi}`,
    en: `it needs one of these roles: ${names(denied).en}`,
  }),
  'second-factor': (denied) => ({
    vi: `vai trò ${names(denied).vi} chỉ có hiệu lực khi đã xác thực bước hai`,
    en: `the role of ${names(denied).en} counts only once a second factor has been shown`,
  }),
  'not-yet': (denied) => ({ vi: `vai trò có hiệu lực từ ${days(denied)}`, en: `the role counts from ${days(denied)} on` }),
  over: (denied) => ({
    vi: denied.day === null ? 'vai trò đã bị thu hồi' : `vai trò đã bị thu hồi hoặc hết hiệu lực từ ${denied.day}`,
    en: denied.day === null ? 'the role was taken back' : `the role was taken back, or counts no longer from ${denied.day} on`,
  }),
  'unit-over': () => ({
    vi: 'đơn vị của vai trò không còn và không có đơn vị kế thừa ngang cấp',
    en: 'the unit of the role is no more, and nobody of its level took over from it',
  }),
  elsewhere: (denied) => ({
    vi: `“${denied.unit}” nằm ngoài phạm vi của bạn (${list(denied.places)})`,
    en: `“${denied.unit}” lies outside what is yours (${list(denied.places)})`,
  }),
  'not-whole': (denied) => ({
    vi: `cần vai trò trên toàn hệ thống, không chỉ ${list(denied.places)}`,
    en: `it needs the role over the whole house, not over ${list(denied.places)} alone`,
  }),
  'unit-ended': (denied) => ({
    vi: `đơn vị “${denied.unit}” không còn: hãy làm thay mặt đơn vị kế thừa`,
    en: `the unit “${denied.unit}” is no more: act for whoever took over`,
  }),
};

const ASK: Bilingual = {
  vi: 'Nếu cần, đề nghị người quản trị hệ thống giao vai trò phù hợp.',
  en: 'If you need it, ask a system administrator for a role that fits.',
};

const MENDS: Readonly<Partial<Record<DenialCode, Bilingual>>> = {
  'not-signed-in': { vi: 'Đăng nhập tại /sign-in, hoặc bằng thac login.', en: 'Sign in at /sign-in, or with thac login.' },
  'read-only': {
    vi: 'Đăng nhập, hoặc tạo mã truy cập có phạm vi “write”.',
    en: 'Sign in, or make a token with the scope “write”.',
  },
  'second-factor': {
    vi: 'Đăng nhập lại kèm mã xác thực; nếu chưa có, thiết lập ở trang tài khoản (/account).',
    en: 'Sign in again with a code; set one up on the page of your account (/account) if you have none.',
  },
  'unit-ended': { vi: 'Đổi “actor” thành đơn vị kế thừa.', en: 'Name the successor as “actor”.' },
};

/** Why a decision is what it is, in both languages. */
export const tellDecision = (decision: Decision): Told => (decision.allowed ? tellAllowed(decision) : tellDenied(decision));

function tellDenied(denied: Denied): Told {
  const { text } = actionFacts(denied.action);
  const reason = REASONS[denied.code](denied);
  return {
    what: { vi: `Không được ${text.vi}: ${reason.vi}.`, en: `May not ${text.en}: ${reason.en}.` },
    mend: MENDS[denied.code] ?? ASK,
  };
}

function tellAllowed({ action, role, place, lender }: Allowed): Told {
  const { text } = actionFacts(action);
  const nothing = { vi: '', en: '' };
  if (role === null) return { what: { vi: `Được ${text.vi}: đã đăng nhập.`, en: `May ${text.en}: signed in.` }, mend: nothing };
  const name = roleName(role);
  const where = place === null ? { vi: 'toàn hệ thống', en: 'the whole house' } : { vi: `“${place}”`, en: `“${place}”` };
  const lent = lender === null ? nothing : { vi: ', được ủy quyền', en: ', lent by somebody else' };
  return {
    what: {
      vi: `Được ${text.vi}: là ${name.vi} của ${where.vi}${lent.vi}.`,
      en: `May ${text.en}: ${name.en} of ${where.en}${lent.en}.`,
    },
    mend: nothing,
  };
}
