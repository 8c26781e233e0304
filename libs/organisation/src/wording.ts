/** A text in both languages of the product. */
export interface Wording {
  readonly vi: string;
  readonly en: string;
}

interface Entry {
  readonly message: Wording;
  readonly mend: Wording;
}

/** Every problem that organisation and calendar data can have, in words. `{slots}` are filled with the facts of the case. */
export const WORDING = {
  'data.wrong-type': {
    message: { vi: 'Cần {expected}, nhưng lại là {found}.', en: 'Expected {expected}, found {found}.' },
    mend: { vi: 'Viết lại thành {expected}.', en: 'Write {expected} here.' },
  },
  'data.missing': {
    message: { vi: 'Thiếu thuộc tính "{name}".', en: 'The property "{name}" is missing.' },
    mend: { vi: 'Thêm "{name}": {expected}.', en: 'Add "{name}": {expected}.' },
  },
  'data.unknown-property': {
    message: { vi: 'Không có thuộc tính nào tên "{name}".', en: 'There is no property "{name}".' },
    mend: { vi: 'Xoá nó, hoặc dùng một trong: {known}.', en: 'Remove it, or use one of: {known}.' },
  },
  'data.bad-text': {
    message: {
      vi: 'Văn bản để trống, dài quá {limit} ký tự, hoặc có ký tự không dùng được: "{text}".',
      en: 'The text is empty, longer than {limit} characters, or has characters that cannot be used: "{text}".',
    },
    mend: {
      vi: 'Viết một dòng ngắn, không có ngoặc vuông và ký tự điều khiển.',
      en: 'Write one short line without square brackets and control characters.',
    },
  },
  'data.no-such-date': {
    message: { vi: 'Không có ngày "{text}".', en: 'There is no date "{text}".' },
    mend: {
      vi: 'Viết ngày có thật theo dạng YYYY-MM-DD, ví dụ 2022-06-30.',
      en: 'Write a day that exists as YYYY-MM-DD, for example 2022-06-30.',
    },
  },
  'data.too-large': {
    message: {
      vi: 'Có {count} mục, nhiều hơn mức cho phép {limit}.',
      en: 'There are {count} entries, more than the {limit} allowed.',
    },
    mend: { vi: 'Chia nhỏ dữ liệu hoặc bớt mục.', en: 'Split the data, or leave entries out.' },
  },
  'data.more-problems': {
    message: { vi: 'Còn {count} lỗi nữa không liệt kê ở đây.', en: 'There are {count} more problems that are not listed.' },
    mend: { vi: 'Sửa các lỗi trên rồi kiểm tra lại.', en: 'Mend those above, then check again.' },
  },
  'organisation.empty': {
    message: { vi: 'Không có đơn vị nào.', en: 'There are no units.' },
    mend: { vi: 'Thêm ít nhất một đơn vị.', en: 'Add at least one unit.' },
  },
  'organisation.bad-id': {
    message: { vi: 'Mã "{id}" không dùng được.', en: 'The id "{id}" cannot be used.' },
    mend: {
      vi: 'Dùng chữ cái không dấu và chữ số, nối bằng dấu chấm hoặc gạch nối, nhiều nhất {limit} ký tự, ví dụ vn-10.086.',
      en: 'Use plain letters and digits joined by dots or hyphens, at most {limit} characters, for example vn-10.086.',
    },
  },
  'organisation.unknown-tier': {
    message: { vi: 'Không có cấp nào tên "{value}".', en: 'There is no tier "{value}".' },
    mend: { vi: 'Dùng một trong: {known}.', en: 'Use one of: {known}.' },
  },
  'organisation.unknown-kind': {
    message: { vi: 'Không có loại đơn vị nào tên "{value}".', en: 'There is no kind of unit "{value}".' },
    mend: { vi: 'Dùng một trong: {known}.', en: 'Use one of: {known}.' },
  },
  'organisation.duplicate-id': {
    message: { vi: 'Mã "{id}" đã dùng cho đơn vị khác.', en: 'The id "{id}" is another unit’s already.' },
    mend: {
      vi: 'Đặt mã khác: một mã là của một đơn vị suốt đời nó, kể cả khi đã giải thể.',
      en: 'Give another id: an id is one unit’s for ever, even after it is dissolved.',
    },
  },
  'organisation.unknown-unit': {
    message: { vi: 'Không có đơn vị nào mã "{id}" vào lúc này.', en: 'There is no unit "{id}" at this point.' },
    mend: { vi: 'Kiểm tra mã, hoặc thành lập đơn vị trước.', en: 'Check the id, or found the unit first.' },
  },
  'organisation.outside-life': {
    message: {
      vi: 'Ngày {date} nằm ngoài thời gian tồn tại của "{id}" ({life}).',
      en: '{date} lies outside the life of "{id}" ({life}).',
    },
    mend: {
      vi: 'Chọn ngày trong khoảng đó, hoặc sửa khoảng đó.',
      en: 'Choose a date inside that interval, or mend the interval.',
    },
  },
  'organisation.dissolved-twice': {
    message: { vi: 'Đơn vị "{id}" đã giải thể rồi.', en: 'The unit "{id}" was dissolved already.' },
    mend: { vi: 'Bỏ lần giải thể thừa.', en: 'Leave out the second dissolution.' },
  },
  'organisation.empty-life': {
    message: {
      vi: 'Đơn vị "{id}" kết thúc ngày {until}, không sau ngày bắt đầu {from}.',
      en: 'The unit "{id}" ends on {until}, not after its beginning on {from}.',
    },
    mend: { vi: 'Đặt ngày kết thúc sau ngày bắt đầu.', en: 'Let it end after it begins.' },
  },
  'organisation.unknown-superior': {
    message: { vi: 'Không có cấp trên mã "{superior}".', en: 'There is no superior "{superior}".' },
    mend: {
      vi: 'Sửa mã, thêm đơn vị đó, hoặc viết null nếu đây là đơn vị cao nhất.',
      en: 'Mend the id, add that unit, or write null where this is the top.',
    },
  },
  'organisation.superior-not-valid': {
    message: {
      vi: '"{superior}" ({life}) không tồn tại suốt thời gian làm cấp trên của "{id}" ({needed}).',
      en: '"{superior}" ({life}) does not exist all the time that it is the superior of "{id}" ({needed}).',
    },
    mend: {
      vi: 'Chuyển đơn vị sang cấp trên khác từ ngày đó, hoặc sửa các ngày.',
      en: 'Move the unit to another superior from that day, or mend the dates.',
    },
  },
  'organisation.tier-above-superior': {
    message: {
      vi: 'Đơn vị cấp {tier} không thể trực thuộc "{superior}" cấp {superiorTier}.',
      en: 'A unit of tier {tier} cannot stand below "{superior}" of tier {superiorTier}.',
    },
    mend: { vi: 'Sửa cấp hoặc sửa cấp trên trực tiếp.', en: 'Mend the tier, or the superior.' },
  },
  'organisation.loop': {
    message: { vi: 'Vòng lặp cấp trên từ {date}: {loop}.', en: 'A loop of superiors from {date}: {loop}.' },
    mend: { vi: 'Sửa cấp trên của một trong các đơn vị đó.', en: 'Mend the superior of one of these units.' },
  },
  'organisation.too-deep': {
    message: {
      vi: '"{id}" đứng sâu hơn {limit} cấp, hoặc dưới một vòng lặp dài.',
      en: '"{id}" stands deeper than {limit} levels, or below a long loop.',
    },
    mend: { vi: 'Bớt số cấp trung gian.', en: 'Use fewer levels.' },
  },
  'organisation.duplicate-name': {
    message: {
      vi: 'Tên "{name}" cũng là tên của "{other}" trong cùng một cấp trên.',
      en: 'The name "{name}" is also borne by "{other}" below the same superior.',
    },
    mend: { vi: 'Đặt tên gọi khác nhau cho hai đơn vị.', en: 'Give the two units different names.' },
  },
  'organisation.successor-not-valid': {
    message: {
      vi: '"{successor}" không thể kế thừa "{id}" từ ngày {date}: nó không tồn tại vào ngày đó, hoặc chính là đơn vị này.',
      en: '"{successor}" cannot succeed "{id}" on {date}: it does not exist on that day, or is the same unit.',
    },
    mend: { vi: 'Nêu đơn vị tồn tại từ ngày đó.', en: 'Name a unit that exists from that day.' },
  },
  'organisation.successor-without-end': {
    message: { vi: '"{id}" có đơn vị kế thừa nhưng không có ngày kết thúc.', en: '"{id}" has successors but no end.' },
    mend: { vi: 'Thêm "to", hoặc bỏ "successors".', en: 'Add "to", or leave "successors" out.' },
  },
  'calendar.bad-year': {
    message: { vi: '"{year}" không phải là năm từ 1900 đến 2200.', en: '"{year}" is not a year from 1900 to 2200.' },
    mend: { vi: 'Viết năm bằng bốn chữ số.', en: 'Write the year in four digits.' },
  },
  'calendar.other-year': {
    message: { vi: 'Ngày {date} không thuộc năm {year}.', en: '{date} is not in {year}.' },
    mend: { vi: 'Chuyển ngày sang đúng năm.', en: 'Move the date to its own year.' },
  },
  'calendar.twice': {
    message: { vi: 'Ngày {date} được ghi hai lần.', en: '{date} is given twice.' },
    mend: { vi: 'Chỉ giữ một lần.', en: 'Keep it once.' },
  },
  'calendar.off-and-makeup': {
    message: { vi: 'Ngày {date} vừa nghỉ vừa làm bù.', en: '{date} is both a day off and a day worked in lieu.' },
    mend: { vi: 'Chỉ giữ trong một danh sách.', en: 'Keep it in one list.' },
  },
  'calendar.off-on-weekend': {
    message: { vi: 'Ngày nghỉ {date} rơi vào cuối tuần.', en: 'The day off {date} falls on a weekend.' },
    mend: {
      vi: 'Cuối tuần vốn đã nghỉ: ghi ngày nghỉ bù trong tuần, hoặc bỏ.',
      en: 'Weekends are off anyway: give the weekday taken in lieu, or leave it out.',
    },
  },
  'calendar.makeup-on-weekday': {
    message: { vi: 'Ngày làm bù {date} không phải cuối tuần.', en: 'The day worked in lieu {date} is not on a weekend.' },
    mend: { vi: 'Ghi ngày thứ Bảy hoặc Chủ nhật được làm bù.', en: 'Give the Saturday or Sunday that is worked.' },
  },
} as const satisfies Readonly<Record<string, Entry>>;

/** Stable code of a problem: help pages and translations hang on it. */
export type ProblemCode = keyof typeof WORDING;
