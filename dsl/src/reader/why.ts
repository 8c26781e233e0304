/** Why a phrase is not read, in both languages: the one place of these words. */
export const WHY = {
  empty: { vi: 'Không có chữ nào.', en: 'There is no text.' },
  tooLong: { vi: 'Cụm thời hạn dài quá 2.000 ký tự.', en: 'The phrase is longer than 2,000 characters.' },
  noTime: { vi: 'Không thấy thời hạn nào trong câu.', en: 'No deadline is found in the words.' },
  noPeriod: {
    vi: '"Định kỳ" nhưng không nói bao lâu một lần: tuần, tháng, quý hay năm?',
    en: '"Periodically", but not how often: every week, month, quarter or year?',
  },
  noMonth: { vi: 'Có ngày nhưng không có tháng.', en: 'A day is named, but no month.' },
  noDay: { vi: 'Có giờ nhưng không có ngày.', en: 'A time of day is named, but no day.' },
  noSuchDate: { vi: 'Ngày, tháng, quý hoặc giờ này không có thật.', en: 'This day, month, quarter or hour does not exist.' },
  vague: { vi: 'Thời điểm không xác định được thành ngày.', en: 'The time named cannot be turned into a date.' },
  blank: { vi: 'Ngày, tháng hoặc năm còn bỏ trống.', en: 'The day, month or year is left blank.' },
  backwards: { vi: 'Ngày kết thúc đứng trước ngày bắt đầu.', en: 'The end lies before the start.' },
  lunar: { vi: 'Ngày âm lịch: hãy ghi ngày dương lịch.', en: 'A lunar date: write the solar date.' },
  negated: { vi: 'Câu phủ định hoặc thay đổi một thời hạn khác.', en: 'The words negate or change another deadline.' },
  rowAbove: { vi: 'Thời hạn lấy theo dòng khác của bảng.', en: 'The deadline is that of another row of the table.' },
  huge: { vi: 'Khoảng thời gian quá lớn.', en: 'The term is too long.' },
  badIssue: { vi: 'Ngày ban hành hoặc ngày nhận không hợp lệ.', en: 'The date of issue or of receipt is not valid.' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;

export type Why = keyof typeof WHY;
