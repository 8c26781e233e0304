import type { Bilingual } from '#contracts';
import { daysBetween, type Instant, localDateOf } from '#engine';
import type { Delegation, Grant, GrantId, UserEvent, UserId } from './events.js';
import type { Person } from './person.js';
import { isDelegable, roleName } from './roles.js';

/** Ways in which a change of rights is refused. */
export type RightsRefusal =
  | 'rights.own'
  | 'rights.unknown'
  | 'rights.interval'
  | 'rights.not-lendable'
  | 'rights.not-held'
  | 'rights.too-long'
  | 'rights.to-oneself'
  | 'rights.blocked';

export type RightsDecision<E = UserEvent> =
  | { readonly ok: true; readonly events: readonly E[] }
  | { readonly ok: false; readonly code: RightsRefusal };

/** Longest loan of a role, in days: an absence, not an office. */
export const LONGEST_LOAN = 92;

const accept = (...events: readonly UserEvent[]): RightsDecision => ({ ok: true, events });
const refuse = (code: RightsRefusal): RightsDecision => ({ ok: false, code });

/**
 * Grants a role. Whether `by` may do so for that unit is the policy's business; that nobody grants to themselves is decided here.
 * The same grant again changes nothing.
 */
export function grantRole(person: Person, grant: Grant, by: UserId | null): RightsDecision {
  if (by === person.user) return refuse('rights.own');
  if (person.isBlocked) return refuse('rights.blocked');
  if (grant.until !== null && grant.until <= grant.from) return refuse('rights.interval');
  if (person.grants.has(grant.id)) return accept();
  return accept({ type: 'RoleGranted', data: { user: person.user, grant, by } });
}

/** Takes a grant back, at once. What was lent of it counts no longer either. */
export function revokeRole(person: Person, grant: GrantId, by: UserId | null): RightsDecision {
  const held = person.grants.get(grant);
  if (!held) return refuse('rights.unknown');
  return held.ended === null ? accept({ type: 'RoleRevoked', data: { user: person.user, grant, by } }) : accept();
}

/** Keeps somebody out, or lets them in again. Nobody does so to themselves. */
export function setBlocked(person: Person, blocked: boolean, by: UserId | null): RightsDecision {
  if (by === person.user) return refuse('rights.own');
  if (person.isBlocked === blocked) return accept();
  return accept({ type: blocked ? 'UserBlocked' : 'UserUnblocked', data: { user: person.user, by } });
}

/** What one loan writes: to the lender's stream and to the borrower's. */
export interface Loan {
  readonly lent: readonly UserEvent[];
  readonly borrowed: readonly UserEvent[];
}

export type LoanDecision = { readonly ok: true; readonly loan: Loan } | { readonly ok: false; readonly code: RightsRefusal };

/**
 * Lends a grant for an absence: one's own, that counts today, within its interval, for a bounded time. What was borrowed is not
 * a grant of one's own, so it cannot be lent on.
 */
export function lendRole(
  { lender, borrower }: { readonly lender: Person; readonly borrower: Person },
  delegation: Delegation,
  at: Instant,
): LoanDecision {
  const code = loanRefusal({ lender, borrower }, delegation, at);
  if (code) return { ok: false, code };
  if (lender.lent.has(delegation.id)) return { ok: true, loan: { lent: [], borrowed: [] } };
  return {
    ok: true,
    loan: { lent: [{ type: 'RoleLent', data: delegation }], borrowed: [{ type: 'RoleBorrowed', data: delegation }] },
  };
}

function loanRefusal(
  { lender, borrower }: { readonly lender: Person; readonly borrower: Person },
  delegation: Delegation,
  at: Instant,
): RightsRefusal | undefined {
  if (lender.user === borrower.user) return 'rights.to-oneself';
  if (!borrower.isAdmitted || borrower.isBlocked || lender.isBlocked) return 'rights.blocked';
  const held = lender.grants.get(delegation.grant);
  if (!held || held.ended !== null) return 'rights.not-held';
  if (!isDelegable(held.what.role)) return 'rights.not-lendable';
  if (!liesWithin(delegation, held.what) || delegation.until <= localDateOf(at)) return 'rights.interval';
  return daysBetween(delegation.from, delegation.until) > LONGEST_LOAN ? 'rights.too-long' : undefined;
}

const liesWithin = ({ from, until }: Delegation, grant: Grant): boolean =>
  from < until && from >= grant.from && (grant.until === null || until <= grant.until);

/** Ends a loan early; by the lender, the borrower or an administrator. */
export function endLoan(person: Person, delegation: GrantId, by: UserId | null): RightsDecision {
  const held = person.lent.get(delegation) ?? person.borrowed.get(delegation);
  if (!held) return refuse('rights.unknown');
  return held.ended === null ? accept({ type: 'LoanEnded', data: { user: person.user, delegation, by } }) : accept();
}

/** Why a change of rights was refused, and what to do about it. */
export const RIGHTS_REFUSALS: Readonly<Record<RightsRefusal, { readonly what: Bilingual; readonly mend: Bilingual }>> = {
  'rights.own': {
    what: { vi: 'Không ai tự giao vai trò hay tự khóa, mở khóa mình.', en: 'Nobody grants to, blocks or unblocks themselves.' },
    mend: { vi: 'Đề nghị một người quản trị khác.', en: 'Ask another administrator.' },
  },
  'rights.unknown': {
    what: { vi: 'Không có vai trò hoặc ủy quyền này.', en: 'There is no such grant or loan.' },
    mend: { vi: 'Xem các vai trò của người dùng rồi thử lại.', en: 'Look at the user’s grants, then try again.' },
  },
  'rights.interval': {
    what: {
      vi: 'Khoảng thời gian không hợp lệ hoặc vượt ra ngoài vai trò.',
      en: 'The interval is empty, over, or reaches beyond the grant.',
    },
    mend: {
      vi: 'Chọn ngày kết thúc sau ngày bắt đầu, trong thời hạn của vai trò.',
      en: 'Choose days within the grant, the end after the beginning.',
    },
  },
  'rights.not-lendable': {
    what: {
      vi: `Vai trò ${roleName('auditor').vi} và ${roleName('system-administrator').vi} không được ủy quyền.`,
      en: `The roles ${roleName('auditor').en} and ${roleName('system-administrator').en} cannot be lent.`,
    },
    mend: {
      vi: 'Giao vai trò đó cho người kia trong thời gian cần thiết.',
      en: 'Have the role granted to the other person for that time.',
    },
  },
  'rights.not-held': {
    what: { vi: 'Chỉ ủy quyền được vai trò của chính mình.', en: 'Only a grant of one’s own can be lent.' },
    mend: { vi: 'Chọn một vai trò của bạn đang còn hiệu lực.', en: 'Choose a grant of yours that counts.' },
  },
  'rights.too-long': {
    what: { vi: `Ủy quyền không quá ${LONGEST_LOAN} ngày.`, en: `A loan lasts at most ${LONGEST_LOAN} days.` },
    mend: { vi: 'Rút ngắn thời gian, hoặc giao hẳn vai trò.', en: 'Make it shorter, or have the role granted.' },
  },
  'rights.to-oneself': {
    what: { vi: 'Không ủy quyền cho chính mình.', en: 'Nobody lends to themselves.' },
    mend: { vi: 'Chọn người khác.', en: 'Choose somebody else.' },
  },
  'rights.blocked': {
    what: { vi: 'Tài khoản chưa được nhận hoặc đang bị khóa.', en: 'The account is not admitted, or blocked.' },
    mend: { vi: 'Mở khóa tài khoản trước.', en: 'Unblock the account first.' },
  },
};
