import type { Bilingual } from '#contracts';
import type { Rejection } from '#engine';
import { vietnamese } from './argument-text.js';

interface Wording {
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

const SEE_STATE: Bilingual = {
  vi: 'Xem trạng thái hiện tại trước khi thao tác.',
  en: 'Look at the current state before acting.',
};
const word = (vi: string, en: string, mend: Bilingual = SEE_STATE): Wording => ({ what: { vi, en }, mend });
const mend = (vi: string, en: string): Bilingual => ({ vi, en });

/** One wording for every code with which a command can be refused; `{name}` is filled from the rejection's arguments. */
export const REJECTION_TEXTS: Readonly<Record<string, Wording>> = {
  'item.unknown': word('Không có việc “{item}” trong kế hoạch của đơn vị.', 'There is no item “{item}” in this unit plan.'),
  'item.not-yours': word(
    'Việc “{item}” thuộc về {unit}; {actor} không được thao tác.',
    'Item “{item}” belongs to {unit}; {actor} may not act on it.',
    mend('Thao tác với tư cách đơn vị chủ trì.', 'Act as the unit that leads it.'),
  ),
  'item.not-acceptor': word(
    '{actor} không có quyền duyệt, trả lại hoặc gia hạn việc “{item}”.',
    '{actor} may not accept, return or extend item “{item}”.',
    mend('Các đơn vị có quyền: {acceptors}.', 'Those who may: {acceptors}.'),
  ),
  'item.standing': word(
    'Việc “{item}” là việc thường xuyên, không có điểm hoàn thành.',
    'Item “{item}” is standing work and never completes.',
    mend('Kết quả việc thường xuyên nêu trong báo cáo định kỳ.', 'Answer for it in the periodic reports.'),
  ),
  'item.closed': word('Việc “{item}” đã kết thúc ({status}).', 'Item “{item}” is closed ({status}).'),
  'item.already-submitted': word('Kết quả việc “{item}” đã được nộp.', 'The result of item “{item}” has been submitted already.'),
  'item.not-submitted': word('Việc “{item}” chưa được nộp ({status}).', 'Item “{item}” has not been submitted ({status}).'),
  'item.reason-missing': word(
    'Trả lại việc “{item}” phải nêu lý do.',
    'Returning item “{item}” needs a reason.',
    mend('Ghi lý do trả lại.', 'Give the reason.'),
  ),
  'item.no-deadline': word('Việc “{item}” không có thời hạn để gia hạn.', 'Item “{item}” has no deadline to extend.'),
  'item.extension-not-asked': word(
    'Không có đề nghị gia hạn nào đang chờ trả lời đối với việc “{item}”.',
    'No request for an extension of item “{item}” waits for an answer.',
  ),
  'report.extension-not-asked': word(
    'Không có đề nghị gia hạn nào đang chờ trả lời đối với báo cáo “{report}”.',
    'No request for an extension of report “{report}” waits for an answer.',
  ),
  'extension.reason-missing': word(
    'Xin gia hạn, hoặc không đồng ý gia hạn, phải nêu lý do (“{obligation}”).',
    'Asking for an extension, or refusing it, needs a reason (“{obligation}”).',
    mend('Ghi lý do.', 'Give the reason.'),
  ),
  'extension.reason-too-long': word(
    'Lý do dài quá {longest} ký tự (“{obligation}”).',
    'The reason is longer than {longest} characters (“{obligation}”).',
    mend('Viết gọn hơn.', 'Make it shorter.'),
  ),
  'item.deadline-known': word('Việc “{item}” đã có thời hạn {due}.', 'Item “{item}” has its deadline already: {due}.'),
  'item.not-later': word(
    'Thời hạn mới {to} không muộn hơn thời hạn hiện tại {due} của việc “{item}”.',
    'The new deadline {to} of item “{item}” is not later than the present one, {due}.',
    mend('Chọn một ngày sau thời hạn hiện tại.', 'Choose a day after the present deadline.'),
  ),
  'item.before-issue': word(
    'Thời hạn {due} của việc “{item}” sớm hơn ngày ban hành kế hoạch, {issuedOn}.',
    'The deadline {due} of item “{item}” lies before the plan was issued, on {issuedOn}.',
    mend('Chọn một ngày từ ngày ban hành trở đi.', 'Choose a day on or after the day of issue.'),
  ),
  'item.dormant': word(
    'Việc “{item}” chưa bắt đầu: còn chờ “{awaits}”.',
    'Item “{item}” has not begun: it waits for “{awaits}”.',
    mend(
      'Khi sự kiện xảy ra, đơn vị ban hành hoặc đầu mối ghi nhận sự kiện đó.',
      'Once it has happened, the issuer or the focal point declares it.',
    ),
  ),
  'item.suspended': word(
    'Việc “{item}” đang tạm dừng.',
    'Item “{item}” is suspended.',
    mend('Cho việc tiếp tục trước, theo văn bản.', 'Let it go on first, by a document.'),
  ),
  'item.not-suspended': word('Việc “{item}” không tạm dừng ({status}).', 'Item “{item}” is not suspended ({status}).'),
  'item.suspension-ends-first': word(
    'Việc “{item}”: tạm dừng đến {until} là trước ngày bắt đầu {from}.',
    'Item “{item}”: a suspension to {until} would end before it begins on {from}.',
    mend('Chọn ngày kết thúc không sớm hơn ngày bắt đầu.', 'Choose an end that is not before the beginning.'),
  ),
  'item.resumes-before-suspension': word(
    'Việc “{item}” tạm dừng từ {from}, không thể tiếp tục từ {on}.',
    'Item “{item}” is suspended from {from} and cannot go on from {on}.',
    mend('Chọn ngày tiếp tục từ ngày tạm dừng trở đi.', 'Choose a day on or after that of the suspension.'),
  ),
  'report.title-missing': word(
    'Yêu cầu báo cáo phải nêu nội dung.',
    'A report that is asked for needs a title.',
    mend('Ghi rõ cần báo cáo việc gì.', 'Say what is to be reported.'),
  ),
  'report.due-passed': word(
    'Hạn báo cáo {due} đã qua.',
    'The due date {due} has passed.',
    mend('Chọn hạn từ bây giờ trở đi.', 'Choose a due date that is still to come.'),
  ),
  'report.may-not-ask': word(
    '{actor} không có quyền yêu cầu {unit} báo cáo.',
    '{actor} may not ask {unit} for a report.',
    mend('Các đơn vị có quyền: {acceptors}.', 'Those who may: {acceptors}.'),
  ),
  'case.unknown': word(
    'Kế hoạch không yêu cầu đơn vị này báo cáo khi “{condition}”.',
    'The plan asks no report of this unit in case “{condition}”.',
    mend('Các trường hợp phải báo cáo: {cases}.', 'Cases in which it does: {cases}.'),
  ),
  'case.not-yours': word(
    'Trường hợp phải báo cáo của {unit} do chính {unit} nêu; {actor} không nêu thay.',
    'A case of {unit} is raised by {unit} itself, not by {actor}.',
    mend('Thao tác với tư cách đơn vị đó.', 'Act as that unit.'),
  ),
  'report.closed': word('Báo cáo “{report}” không còn phải gửi ({status}).', 'Report “{report}” is no longer owed ({status}).'),
  'report.no-deadline': word('Báo cáo “{report}” không có thời hạn để gia hạn.', 'Report “{report}” has no deadline to extend.'),
  'report.not-later': word(
    'Thời hạn mới {to} không muộn hơn thời hạn hiện tại {due} của báo cáo “{report}”.',
    'The new deadline {to} of report “{report}” is not later than the present one, {due}.',
    mend('Chọn một ngày sau thời hạn hiện tại.', 'Choose a day after the present deadline.'),
  ),
  'plan.not-in-charge': word(
    '{actor} không có quyền ghi nhận văn bản đối với kế hoạch {plan}.',
    '{actor} may not record documents on plan {plan}.',
    mend('Các đơn vị có quyền: {allowed}.', 'Those who may: {allowed}.'),
  ),
  'plan.ended': word('Kế hoạch {plan} đã hết hiệu lực ({status}).', 'Plan {plan} no longer holds ({status}).'),
  'plan.no-such-event': word(
    'Kế hoạch {plan} không có việc nào chờ “{event}”.',
    'No work of plan {plan} waits for “{event}”.',
    mend('Các sự kiện đang chờ: {events}.', 'What it waits for: {events}.'),
  ),
  'plan.no-such-task': word('Kế hoạch {plan} không có nhiệm vụ {task}.', 'Plan {plan} has no task {task}.'),
  'plan.event-in-future': word(
    'Sự kiện “{event}” đề ngày {on}, sau hôm nay.',
    'Event “{event}” is dated {on}, after today.',
    mend('Ghi nhận khi sự kiện đã xảy ra.', 'Declare it once it has happened.'),
  ),
  'plan.event-declared': word(
    'Sự kiện “{event}” của kế hoạch {plan} đã được ghi nhận ngày {on}.',
    'Event “{event}” of plan {plan} was declared already, for {on}.',
  ),
  'document.in-future': word(
    'Văn bản {number} đề ngày {date}, sau hôm nay.',
    'Document {number} is dated {date}, after today.',
    mend('Kiểm tra ngày của văn bản.', 'Check the date of the document.'),
  ),
  'document.issuer-unknown': word(
    'Văn bản {number}: không có đơn vị ban hành “{issuer}”.',
    'Document {number}: there is no issuing unit “{issuer}”.',
    mend('Ghi mã của đơn vị ban hành văn bản.', 'Give the id of the unit that issued the document.'),
  ),
  'report.unknown': word(
    'Không có báo cáo “{report}” trong kế hoạch của đơn vị.',
    'There is no report “{report}” in this unit plan.',
  ),
  'report.not-yours': word(
    'Báo cáo “{report}” do {unit} lập; {actor} không được nộp thay.',
    'Report “{report}” is {unit}’s to send; {actor} may not send it.',
    mend('Thao tác với tư cách đơn vị báo cáo.', 'Act as the reporting unit.'),
  ),
  'report.not-receiver': word(
    '{actor} không phải nơi nhận báo cáo “{report}”.',
    '{actor} is not whom report “{report}” goes to.',
    mend('Nơi nhận: {to}.', 'It goes to {to}.'),
  ),
  'report.already-submitted': word('Báo cáo “{report}” đã được nộp.', 'Report “{report}” has been submitted already.'),
  'report.not-submitted': word(
    'Báo cáo “{report}” chưa được nộp ({status}).',
    'Report “{report}” has not been submitted ({status}).',
  ),
  'report.reason-missing': word(
    'Trả lại báo cáo “{report}” phải nêu lý do.',
    'Returning report “{report}” needs a reason.',
    mend('Ghi lý do trả lại.', 'Give the reason.'),
  ),
  'report.empty': word(
    'Báo cáo “{report}” chưa có nội dung.',
    'Report “{report}” has no content.',
    mend('Ghi nội dung báo cáo.', 'Write the content.'),
  ),
  'own-plan.already-issued': word(
    '{unit} đã ban hành kế hoạch riêng năm {year} ({plan}).',
    '{unit} has issued its own plan of {year} already ({plan}).',
    mend(
      'Sửa đổi kế hoạch đã ban hành; kế hoạch cho năm sau ghi ngày có hiệu lực trong năm đó.',
      'Amend the plan that was issued; a plan for a later year says that it takes effect in that year.',
    ),
  ),
  'own-plan.other-unit': word(
    'Kế hoạch {plan} do {issuer} ban hành, không phải kế hoạch riêng của {unit}.',
    'Plan {plan} is {issuer}’s, not the own plan of {unit}.',
    mend('Sửa cơ quan ban hành trong văn bản.', 'Mend the issuer in the text.'),
  ),
  'own-plan.other-parent': word(
    'Kế hoạch {plan} không thực hiện kế hoạch {parent}.',
    'Plan {plan} does not carry out plan {parent}.',
    mend('Ghi “thực hiện kế hoạch …” với số, ngày và cơ quan của kế hoạch đó.', 'Cite that plan by its number, date and issuer.'),
  ),
  'own-plan.not-yours': word(
    'Kế hoạch riêng của {unit} do đơn vị đó ban hành; {actor} không được ban hành thay.',
    '{unit} issues its own plan; {actor} may not issue it.',
    mend('Thao tác với tư cách đơn vị ban hành.', 'Act as the issuing unit.'),
  ),
  'rules.invalid': word(
    'Văn bản quy tắc có {errors} lỗi.',
    'The rules text has {errors} error(s).',
    mend('Sửa các lỗi được chỉ ra rồi gửi lại.', 'Mend the errors that are listed and send it again.'),
  ),
  'rules.too-large': word(
    'Văn bản quy tắc dài {size} byte, quá giới hạn {limit} byte.',
    'The rules text has {size} bytes; the limit is {limit}.',
    mend('Tách văn bản thành nhiều kế hoạch.', 'Split it into several plans.'),
  ),
  'rules.name-too-long': word(
    'Số kế hoạch dài {number} ký tự (giới hạn {numberLimit}), tên dài {title} ký tự (giới hạn {titleLimit}).',
    'The plan’s number has {number} characters (the limit is {numberLimit}), its title {title} (the limit is {titleLimit}).',
    mend('Rút ngắn số hoặc tên kế hoạch.', 'Shorten the number or the title.'),
  ),
  'plan.too-wide': word(
    'Kế hoạch {plan} giao {count} lượt nhiệm vụ × đơn vị, quá giới hạn {limit}.',
    'Plan {plan} makes {count} pairs of a task and a unit; the limit is {limit}.',
    mend('Tách kế hoạch, hoặc giao cho nhóm đơn vị hẹp hơn.', 'Split the plan, or assign to narrower groups of units.'),
  ),
  'plan.dated-ahead': word(
    'Kế hoạch {plan} đề ngày {issuedOn}, sau hôm nay ({today}).',
    'Plan {plan} is dated {issuedOn}, after today ({today}).',
    mend('Ban hành vào ngày ghi trên kế hoạch, hoặc sửa ngày.', 'Issue it on the day it is dated, or mend the date.'),
  ),
  'unit.ended': word(
    'Đơn vị {unit} không còn từ ngày {on}: kết quả đã nộp chỉ có thể được chấp nhận.',
    'Unit {unit} is no more since {on}: what it handed in can only be accepted.',
    mend(
      'Chấp nhận kết quả; phần còn thiếu thì yêu cầu đơn vị kế thừa báo cáo hoặc giao thêm bằng văn bản sửa đổi.',
      'Accept it; for what is missing, ask its successor for a report, or assign it by an amendment.',
    ),
  ),
  'plan.already-issued': word('Kế hoạch {plan} đã được ban hành.', 'Plan {plan} has been issued already.'),
  'plan.not-issuer': word(
    'Kế hoạch {plan} do {issuer} ban hành; {actor} không được ban hành thay.',
    'Plan {plan} is {issuer}’s to issue; {actor} may not issue it.',
    mend('Thao tác với tư cách cơ quan ban hành.', 'Act as the issuing unit.'),
  ),
  'plan.parent-unknown': word(
    'Kế hoạch cấp trên {parent} chưa được ban hành trong hệ thống.',
    'The parent plan {parent} has not been issued here.',
    mend(
      'Ban hành kế hoạch cấp trên trước, hoặc sửa số, ngày, cơ quan ban hành.',
      'Issue the parent first, or mend its number, date or issuer.',
    ),
  ),
  'plan.not-addressed': word(
    'Kế hoạch {parent} không giao việc cho {issuer}.',
    'Plan {parent} gives {issuer} nothing to carry out.',
    mend('Kiểm tra kế hoạch cấp trên được viện dẫn.', 'Check which parent plan is cited.'),
  ),
  'plan.nonconforming': word(
    'Kế hoạch không phù hợp với kế hoạch cấp trên: {tasks}.',
    'The plan does not conform to its parent: {tasks}.',
    mend(
      'Nhận lại nhiệm vụ đã bỏ (hoặc nêu lý do không thực hiện) và không để hạn muộn hơn cấp trên.',
      'Take the dropped tasks back (or give a reason for omitting them) and set no deadline later than the parent’s.',
    ),
  ),
};

const UNKNOWN: Wording = word('Thao tác bị từ chối ({code}).', 'The command was refused ({code}).');

/** What happened and how to mend it, in both languages. */
export function describeRejection({ code, args }: Rejection): Wording {
  const { what, mend } = REJECTION_TEXTS[code] ?? UNKNOWN;
  const asIs: Written = (_, value) => value;
  const both = ({ vi, en }: Bilingual): Bilingual => ({ vi: filled(vi, vietnamese), en: filled(en, asIs) });
  const filled = (text: string, written: Written): string =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'code' ? code : written(name, args[name] ?? '')));
  return { what: both(what), mend: both(mend) };
}

type Written = (name: string, value: string) => string;
