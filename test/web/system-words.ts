/** What a system administrator looks for on the page, in both languages. */
export const SYSTEM_WORDS = {
  vi: {
    still: 'Thời hạn và đôn đốc đứng yên.',
    aside: (count: number) => `${count} kế hoạch đơn vị bị để riêng`,
    again: /^Xử lý lại: UBND/,
    people: 'Người dùng và vai trò',
    add: 'Thêm người dùng',
    name: 'Tên tài khoản',
    shown: 'Tên hiển thị',
    house: 'toàn hệ thống',
    letIn: 'Tạo tài khoản',
  },
  en: {
    still: 'Deadlines and escalation stand still.',
    aside: (count: number) => `${count} unit plans set aside`,
    again: /^Try again: UBND/,
    people: 'Users and roles',
    add: 'Add a user',
    name: 'Account name',
    shown: 'Shown name',
    house: 'the whole house',
    letIn: 'Let in',
  },
};
