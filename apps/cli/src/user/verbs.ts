import { JSON_OUTPUT as json, SERVER as server } from '../common-options.js';
import type { Verb, VerbOption } from '../verb.js';

const text = (value: string, vi: string, en: string): VerbOption => ({ type: 'string', value, text: { vi, en } });

const ROLE_OPTIONS = {
  role: text(
    'ROLE',
    'Vai trò: rules-author, official, unit-head, leader, auditor, system-administrator.',
    'Role: rules-author, official, unit-head, leader, auditor, system-administrator.',
  ),
  unit: text('UNIT', 'Đơn vị; mặc định toàn hệ thống.', 'Its unit; the whole house by default.'),
  subtree: {
    type: 'boolean',
    text: { vi: 'Cũng làm thay các đơn vị cấp dưới.', en: 'Also acts for the units below.' },
  },
  from: text('YYYY-MM-DD', 'Ngày đầu; mặc định hôm nay.', 'First day; today by default.'),
  until: text('YYYY-MM-DD', 'Ngày đầu tiên hết hiệu lực.', 'First day on which it no longer counts.'),
} as const satisfies Readonly<Record<string, VerbOption>>;

/** Signing in to servers, and users with what they may do. */
export const USER_VERBS: readonly Verb[] = [
  {
    name: 'login',
    usage: 'login [--server URL] [--name NAME]',
    text: {
      vi: 'Đăng nhập máy chủ: hỏi mật khẩu và mã, giữ một mã truy cập cho các lệnh sau.',
      en: 'Sign in to a server: asks for password and code, keeps a token for the verbs to come.',
    },
    options: {
      server,
      name: text('NAME', 'Tên đăng nhập; mặc định được hỏi.', 'Name of the account; asked for by default.'),
      days: text('N', 'Số ngày mã có hiệu lực; mặc định 30.', 'Days for which the token counts; 30 by default.'),
      'read-only': { type: 'boolean', text: { vi: 'Mã chỉ được đọc.', en: 'A token that may only read.' } },
    },
    words: [0, 0],
    load: async () => (await import('../login/login.js')).runLogin,
  },
  {
    name: 'logout',
    usage: 'logout [--server URL]',
    text: { vi: 'Thu hồi và quên mã đã giữ của máy chủ.', en: 'Take the kept token of a server back, and forget it.' },
    options: { server },
    words: [0, 0],
    load: async () => (await import('../login/login.js')).runLogout,
  },
  {
    name: 'whoami',
    usage: 'whoami [--server URL]',
    text: { vi: 'Đang là ai trên máy chủ, có vai trò gì.', en: 'Who one is at a server, with which roles.' },
    options: { server, json },
    words: [0, 0],
    load: async () => (await import('./user.js')).runWhoAmI,
  },
  {
    name: 'user add',
    usage: 'user add NAME --role ROLE [--unit UNIT]',
    text: {
      vi: 'Thêm người dùng với một vai trò; in liên kết một lần để đặt mật khẩu.',
      en: 'Let a user in with a first role; prints the one-time link for the password.',
    },
    options: {
      server,
      shown: text('TEXT', 'Tên hiển thị; mặc định tên đăng nhập.', 'Shown name; the name by default.'),
      ...ROLE_OPTIONS,
      json,
    },
    words: [1, 1],
    load: async () => (await import('./user.js')).runUserAdd,
  },
  {
    name: 'user list',
    usage: 'user list',
    text: { vi: 'Liệt kê người dùng và vai trò.', en: 'List users and their roles.' },
    options: { server, json },
    words: [0, 0],
    load: async () => (await import('./user.js')).runUserList,
  },
  {
    name: 'user grant',
    usage: 'user grant USER --role ROLE [--unit UNIT]',
    text: { vi: 'Giao thêm một vai trò.', en: 'Grant a role.' },
    options: { server, ...ROLE_OPTIONS },
    words: [1, 1],
    load: async () => (await import('./user.js')).runUserGrant,
  },
  {
    name: 'user revoke',
    usage: 'user revoke USER GRANT',
    text: { vi: 'Thu hồi một vai trò.', en: 'Take a role back.' },
    options: { server },
    words: [2, 2],
    load: async () => (await import('./user.js')).runUserRevoke,
  },
  {
    name: 'user outside',
    usage: 'user outside USER [--subject ID | --remove]',
    text: {
      vi: 'Người dùng là ai ở cổng đăng nhập bên ngoài: xem, gắn, hoặc gỡ.',
      en: 'Who a user is at the sign-in service outside: see it, link it, take it away.',
    },
    options: {
      server,
      subject: text(
        'ID',
        'Mã của người đó ở cổng; từ nay ai là người ấy vào bằng tài khoản này.',
        'Their id at the service; whoever that is comes in as this user from now on.',
      ),
      remove: {
        type: 'boolean',
        text: {
          vi: 'Gỡ; mọi phiên và mã truy cập của người dùng chấm dứt.',
          en: 'Take the link away; ends all sessions and tokens of the user.',
        },
      },
      json,
    },
    words: [1, 1],
    load: async () => (await import('./outside.js')).runUserOutside,
  },
  {
    name: 'user',
    usage: 'user block|unblock|link USER',
    text: {
      vi: 'Khóa, mở khóa người dùng, hoặc cấp liên kết đặt lại mật khẩu.',
      en: 'Keep a user out, let them in again, or make a link for a new password.',
    },
    choices: [
      ['block', { vi: 'Khóa; mọi phiên và mã truy cập chấm dứt.', en: 'Keep out; ends all sessions and tokens.' }],
      ['unblock', { vi: 'Mở khóa.', en: 'Let in again.' }],
      ['link', { vi: 'Liên kết một lần để đặt mật khẩu mới.', en: 'A one-time link for a new password.' }],
    ],
    options: { server },
    words: [2, 2],
    load: async () => (await import('./user.js')).runUserAct,
  },
];
