import type { Bilingual } from '#contracts';

/** What can be wrong with a log, its seals, or the file that holds them. */
export type FindingKind =
  | 'damaged'
  | 'malformed'
  | 'version'
  | 'key'
  | 'kept'
  | 'position'
  | 'altered'
  | 'checkpoint'
  | 'root'
  | 'forked'
  | 'truncated'
  | 'end'
  | 'digest'
  | 'unproved'
  | 'gap'
  | 'rolled-back';

/** The first difference that a verification meets. */
export interface Finding {
  readonly kind: FindingKind;
  /** Line of the export, from 1. */
  readonly line: number;
  /** First event that it is about. */
  readonly position: number;
  /** Last event that it may lie in: beyond `position` where only two checkpoints enclose it. */
  readonly until: number;
  readonly expected: string;
  readonly found: string;
}

const WHAT: Readonly<Record<FindingKind, Bilingual>> = {
  damaged: { vi: 'tệp nén bị hỏng hoặc bị cắt', en: 'the compressed file is damaged or cut' },
  malformed: { vi: 'dòng không đúng dạng của bản xuất', en: 'the line is not as exports are written' },
  version: { vi: 'bản xuất thuộc phiên bản khác', en: 'the export is of another version' },
  key: { vi: 'khóa ký không phải khóa được tin cậy của nhật ký này', en: 'the signing key is not the trusted one of this log' },
  kept: { vi: 'điểm kiểm đã giữ không do khóa này ký', en: 'the kept checkpoint is not signed by this key' },
  position: {
    vi: 'sự kiện không đứng đúng vị trí: bị xóa, chèn hoặc đổi chỗ',
    en: 'an event is out of its place: deleted, inserted or moved',
  },
  altered: { vi: 'sự kiện khác với lúc niêm phong', en: 'the event is not what was sealed' },
  checkpoint: { vi: 'điểm kiểm không hợp lệ hoặc chữ ký sai', en: 'the checkpoint is not valid, or its signature is wrong' },
  root: {
    vi: 'các sự kiện không cho gốc mà điểm kiểm đã ký',
    en: 'the events do not give the root that the checkpoint signs',
  },
  forked: {
    vi: 'lịch sử khác với điểm kiểm đã giữ: nhật ký đã bị viết lại',
    en: 'the history is not that of the kept checkpoint: the log was rewritten',
  },
  truncated: { vi: 'thiếu phần cuối', en: 'the end is missing' },
  end: { vi: 'số lượng ghi ở cuối không khớp', en: 'the counts at the end do not agree' },
  digest: { vi: 'mã kiểm tra của tệp không khớp', en: 'the digest of the file does not agree' },
  unproved: {
    vi: 'bằng chứng không cho thấy sự kiện thuộc nhật ký đã niêm phong',
    en: 'the proof does not show that the event is in the sealed log',
  },
  gap: { vi: 'thiếu một sự kiện của luồng được chọn', en: 'an event of a chosen stream is missing' },
  'rolled-back': {
    vi: 'nhật ký ngắn hơn điểm kiểm đã giữ: đã bị quay về bản cũ',
    en: 'the log is shorter than the kept checkpoint: it was rolled back',
  },
};

/** What a finding means, for people. */
export const sayFinding = ({ kind }: Finding): Bilingual => WHAT[kind];
