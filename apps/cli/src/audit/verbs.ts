import { DATA as data, JSON_OUTPUT as json } from '../common-options.js';
import type { Verb, VerbOption } from '../verb.js';

const tenant: VerbOption = {
  type: 'string',
  value: 'TENANT',
  text: { vi: 'Nhật ký của tenant nào, khi có nhiều.', en: 'Whose log, where there are several.' },
};

const checkpoint: VerbOption = {
  type: 'string',
  value: 'KEPT',
  text: { vi: 'Tệp các điểm kiểm đã giữ.', en: 'File of checkpoints that were kept.' },
};
const key: VerbOption = {
  type: 'string',
  value: 'KEY',
  text: { vi: 'Tệp các khóa công khai được tin cậy.', en: 'File of the public keys that are trusted.' },
};

const server: VerbOption = {
  type: 'string',
  value: 'URL',
  text: { vi: 'Hỏi một máy chủ; mặc định hỏi cơ sở dữ liệu.', en: 'Ask a server; by default the database is asked.' },
};

/** What auditors hold the log to. */
export const AUDIT_VERBS: readonly Verb[] = [
  {
    name: 'audit checkpoint',
    usage: 'audit checkpoint [--keep FILE] [--server URL]',
    text: {
      vi: 'Điểm kiểm mới nhất đã ký của nhật ký. Với --keep: giữ vào tệp sau khi đối chiếu với điểm đã giữ; mã 1 nếu nhật ký bị viết lại hoặc quay lui.',
      en: 'The newest signed checkpoint of the log. With --keep: adds it to a file, once it was held to those kept there; exit code 1 where the log was rewritten or rolled back.',
    },
    options: {
      keep: {
        type: 'string',
        value: 'FILE',
        text: { vi: 'Tệp giữ các điểm kiểm; tạo mới nếu chưa có.', en: 'File of kept checkpoints; made where there is none.' },
      },
      server,
      tenant,
      data,
      json,
    },
    words: [0, 0],
    load: async () => (await import('./checkpoint.js')).runCheckpoint,
  },
  {
    name: 'audit erase',
    usage: 'audit erase PERSON --document NO [--actor ID]',
    text: {
      vi: 'Hủy vĩnh viễn khóa thông tin cá nhân của một người; nhật ký vẫn nguyên. Cần vai trò chủ (DATABASE_OWNER_URL).',
      en: "Destroy for good the key of a person's particulars; the log stays as it is. Needs the owner's role (DATABASE_OWNER_URL).",
    },
    options: {
      document: {
        type: 'string',
        value: 'NO',
        text: {
          vi: 'Số văn bản yêu cầu xóa; được ghi vào nhật ký.',
          en: 'Number of the document that orders it; goes into the log.',
        },
      },
      actor: {
        type: 'string',
        value: 'ID',
        text: { vi: 'Mã của người thực hiện.', en: 'Opaque id of who carries it out.' },
      },
      tenant,
      data,
      json,
    },
    words: [1, 1],
    load: async () => (await import('./erase.js')).runErase,
  },
  {
    name: 'audit export',
    usage: 'audit export FILE [--plan PLAN | --unit UNIT] [--keys | --server URL]',
    text: {
      vi: 'Xuất nhật ký cùng các niêm phong, đến điểm kiểm mới nhất, ra một tệp nén; hoặc một phần, mỗi sự kiện kèm bằng chứng.',
      en: 'Export the log with its seals, up to the newest checkpoint, to a compressed file; or a part of it, each event with its proof.',
    },
    options: {
      plan: {
        type: 'string',
        value: 'PLAN',
        text: { vi: 'Chỉ một kế hoạch và mọi thứ sinh ra từ đó.', en: 'Only a plan, and all that grew out of it.' },
      },
      unit: {
        type: 'string',
        value: 'UNIT',
        text: { vi: 'Chỉ một đơn vị và mọi đơn vị dưới nó.', en: 'Only a unit, and all units below it.' },
      },
      keys: {
        type: 'boolean',
        text: {
          vi: 'Kèm khóa thông tin cá nhân: ai có tệp đều đọc được. Mặc định không kèm.',
          en: "With the keys of persons' particulars: whoever has the file reads them. Left out by default.",
        },
      },
      server,
      tenant,
      data,
      json,
    },
    words: [1, 1],
    load: async () => (await import('./export.js')).runExport,
  },
  {
    name: 'audit import',
    usage: 'audit import FILE [--checkpoint KEPT] [--key KEY]',
    text: {
      vi: 'Dựng lại toàn bộ từ một bản xuất, vào nơi chưa có nhật ký đó: cùng trạng thái, cùng điểm kiểm; tất cả hoặc không gì cả. Cần vai trò chủ (DATABASE_OWNER_URL).',
      en: "Bring a whole log back from an export, where there is none of it: the same state, the same checkpoints; all or nothing. Needs the owner's role (DATABASE_OWNER_URL).",
    },
    options: { checkpoint, key, data, json },
    words: [1, 1],
    load: async () => (await import('./import.js')).runImport,
  },
  {
    name: 'audit person',
    usage: 'audit person PERSON',
    text: {
      vi: 'Người đứng sau một mã trong nhật ký, hoặc cho biết thông tin đã bị xóa.',
      en: 'Who stands behind an id of the log, or that the particulars were erased.',
    },
    options: { tenant, data, json },
    words: [1, 1],
    load: async () => (await import('./erase.js')).runPerson,
  },
  {
    name: 'audit verify',
    usage: 'audit verify [FILE] [--checkpoint KEPT] [--key KEY]',
    text: {
      vi: 'Đối chiếu bản xuất với niêm phong, không cần máy chủ hay cơ sở dữ liệu; không có FILE thì đối chiếu cơ sở dữ liệu. Mã 1: có khác biệt.',
      en: 'Hold an export to its seals, without server or database; without FILE, the database. Exit code 1: something differs.',
    },
    options: {
      checkpoint,
      key,
      tenant,
      data,
      json,
    },
    words: [0, 1],
    load: async () => (await import('./verify.js')).runVerify,
  },
];
