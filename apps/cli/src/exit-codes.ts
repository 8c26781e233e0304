import type { Bilingual } from '#contracts';

/** The one table of exit codes. */
export const EXIT = { ok: 0, refused: 1, usage: 2, environment: 3, internal: 70 } as const;

/** What each code means, as help shows it. */
export const EXIT_TEXTS: readonly (readonly [code: number, text: Bilingual])[] = [
  [EXIT.ok, { vi: 'Xong, không có lỗi.', en: 'Done, nothing wrong.' }],
  [
    EXIT.refused,
    {
      vi: 'Nội dung có lỗi: văn bản quy tắc, cơ cấu tổ chức, kịch bản, hoặc thao tác bị từ chối.',
      en: 'What was given does not hold: rules, organisation, scenario, or a refused action.',
    },
  ],
  [EXIT.usage, { vi: 'Gõ sai lệnh, hoặc không đọc được tệp.', en: 'A mistyped command, or a file that cannot be read.' }],
  [
    EXIT.environment,
    {
      vi: 'Môi trường: cơ sở dữ liệu, thư mục dữ liệu, cổng mạng, máy chủ.',
      en: 'Surroundings: database, data folder, port, server.',
    },
  ],
  [EXIT.internal, { vi: 'Lỗi của chính chương trình.', en: 'A fault of the program itself.' }],
];

/** Codes of faults by how they begin; the longest that fits counts. */
const BY_CODE: readonly (readonly [prefix: string, exit: number])[] = [
  ['cli.', EXIT.usage],
  ['file.', EXIT.usage],
  ['database.', EXIT.environment],
  ['port.', EXIT.environment],
  ['server.', EXIT.environment],
];

/** The exit code of a fault. */
export const exitCodeOf = (code: string): number => BY_CODE.find(([prefix]) => code.startsWith(prefix))?.[1] ?? EXIT.refused;
