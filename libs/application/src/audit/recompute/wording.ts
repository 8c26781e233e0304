import type { Bilingual } from '#contracts';
import type { Cause, Difference } from './difference.js';

type Said = Omit<Difference, 'said'>;

const WHAT: Readonly<Record<Cause, (difference: Said) => Bilingual>> = {
  altered: ({ paths }) => ({
    vi: `sự kiện đã bị sửa: khác với kết quả tính lại tại ${placesOf(paths).vi}`,
    en: `the event was altered: it differs from what the engine makes at ${placesOf(paths).en}`,
  }),
  missing: ({ computed }) => ({
    vi: `thiếu một sự kiện${computed ? ` ${computed.type} có hiệu lực lúc ${computed.at}` : ''} ở trước đây`,
    en: `an event is missing before this${computed ? `: ${computed.type}, in effect at ${computed.at}` : ''}`,
  }),
  extra: () => ({
    vi: 'sự kiện thừa: không có điều gì trước đó dẫn đến nó',
    en: 'the event is one too many: nothing before it leads to it',
  }),
  rules: () => ({
    vi: 'quy tắc đã bị thay đổi: văn bản trong nhật ký không phải văn bản mà sự kiện này được tính theo',
    en: 'the rules were changed: the text in the log is not the one that this was worked out by',
  }),
  calendar: ({ days }) => {
    const named = days.join(', ');
    const [vi, en] = days.length > 1 ? ['một trong các ngày', 'one of the days'] : ['ngày', 'the day'];
    return {
      vi: `lịch làm việc đã bị thay đổi${named && `: ${vi} ${named} được tính khác với lịch trong nhật ký`}`,
      en: `the calendar was changed${named && `: ${en} ${named} was counted otherwise than the calendar in the log has it`}`,
    };
  },
  organisation: () => ({
    vi: 'cơ cấu tổ chức đã bị thay đổi: nhật ký không còn chứa cơ cấu mà sự kiện này được tính theo',
    en: 'the organisation was changed: the log does not hold the one that this was worked out by',
  }),
  refused: ({ refusal }) => ({
    vi: `thao tác này lẽ ra bị từ chối (${refusal ?? ''})`,
    en: `the act would have been refused (${refusal ?? ''})`,
  }),
};

function placesOf(paths: readonly string[]): Bilingual {
  const named = paths.slice(0, 3).join(', ');
  return paths.length === 0 ? { vi: 'các đầu vào', en: 'its inputs' } : { vi: named, en: named };
}

/** A difference in a sentence: where, what, and why. */
export function sayDifference(difference: Said): Bilingual {
  const { position, stream, version, recorded } = difference;
  const what = WHAT[difference.cause](difference);
  const type = recorded ? ` ${recorded.type}` : '';
  return {
    vi: `Vị trí ${position}${type} (${stream}, phiên bản ${version}): ${what.vi}.`,
    en: `Position ${position}${type} (${stream}, version ${version}): ${what.en}.`,
  };
}
