import { WordedFault, type Wording } from '../worded-fault.js';

export type PersonFaultCode = 'person.unknown' | 'person.erased' | 'person.unreadable';

/** Who it is about, by the opaque id alone. */
export interface PersonFacts {
  readonly person: string;
}

const WORDING: Readonly<Record<PersonFaultCode, (facts: PersonFacts) => Wording>> = {
  'person.unknown': ({ person }) => ({
    what: { vi: `Không có người nào mang mã ${person}.`, en: `There is no person ${person}.` },
    mend: { vi: 'Kiểm tra mã, và --tenant.', en: 'Check the id, and --tenant.' },
  }),
  'person.erased': ({ person }) => ({
    what: { vi: `Thông tin của ${person} đã bị xóa vĩnh viễn.`, en: `The particulars of ${person} were erased for good.` },
    mend: { vi: 'Đăng ký người đó bằng một mã mới.', en: 'Register the person under a new id.' },
  }),
  'person.unreadable': ({ person }) => ({
    what: {
      vi: `Thông tin đã mã hóa của ${person} bị thay đổi: khóa không mở được.`,
      en: `The encrypted particulars of ${person} were changed: the key does not open them.`,
    },
    mend: { vi: 'Ghi lại thông tin, hoặc khôi phục bản sao lưu.', en: 'Enter them anew, or restore a backup.' },
  }),
};

/** Thrown where particulars cannot be kept, read or erased. Never holds any of them. */
export class PersonFault extends WordedFault<PersonFaultCode, PersonFacts> {
  constructor(code: PersonFaultCode, facts: PersonFacts) {
    super(code, facts, WORDING[code](facts));
  }
}
