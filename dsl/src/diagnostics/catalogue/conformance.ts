import { entry } from './entry.js';

/** KH6xxx: a plan against the one that it carries out. */
export const CONFORMANCE = {
  KH6001: entry('error', [
    'Kế hoạch cấp trên {parent} không có nhiệm vụ {task}.',
    'The parent plan {parent} has no task {task}.',
  ]),
  KH6002: entry(
    'error',
    ['Kế hoạch bỏ sót nhiệm vụ {task} mà {parent} đã giao.', 'The plan drops task {task}, which {parent} assigns.'],
    [
      'Thêm “nhận mọi nhiệm vụ được giao”, “cụ thể hóa nhiệm vụ {task}”, hoặc “không thực hiện nhiệm vụ {task} vì "lý do"”.',
      'Add “inherit every assigned task”, “refines task {task}”, or “omit task {task} because "reason"”.',
    ],
  ),
  KH6003: entry(
    'error',
    [
      'Thời hạn nhiệm vụ {task} lùi so với kế hoạch {parent}: cấp trên {parentDue}, ở đây {childDue}.',
      'The deadline of task {task} is looser than in {parent}: {parentDue} there, {childDue} here.',
    ],
    ['Kế hoạch cấp dưới chỉ được rút ngắn thời hạn.', 'A lower plan may only tighten a deadline.'],
  ),
  KH6004: entry('info', [
    'Chưa có kế hoạch cấp trên {parent} để đối chiếu.',
    'The parent plan {parent} is not at hand: nothing was held against it.',
  ]),
  KH6005: entry('error', [
    'Kế hoạch cấp trên đưa vào là {given}, không phải {parent}.',
    'The parent plan given is {given}, not {parent}.',
  ]),
  KH6006: entry('error', [
    'Nhiệm vụ {no} lấy {what} từ kế hoạch cấp trên {parent}, nhưng chưa có kế hoạch đó.',
    'Task {no} takes its {what} from the parent plan {parent}, which is not at hand.',
  ]),
  KH6007: entry(
    'warning',
    [
      'Kế hoạch {parent} yêu cầu {issuer} báo cáo “{title}”, nhưng ở đây không ai ở cấp dưới phải báo cáo cho {issuer}.',
      'Plan {parent} asks {issuer} to report on “{title}”, but nobody below has to report to {issuer} here.',
    ],
    [
      'Thêm chế độ báo cáo với “mỗi [nhóm] gửi [{issuer}]”, hạn sớm hơn hạn của cấp trên.',
      'Add a reporting regime with “each [group] sends to [{issuer}]”, due before the plan above wants its own.',
    ],
  ),
  KH6008: entry(
    'warning',
    [
      'Nhiệm vụ {task}: {parent} yêu cầu báo cáo về {parentTo}, ở đây chỉ báo cáo về {to}.',
      'Task {task}: {parent} wants the report at {parentTo}, here it goes to {to} only.',
    ],
    ['Thêm dòng “báo cáo về {parentTo} …”.', 'Add a line “report to {parentTo} …”.'],
  ),
  KH6009: entry(
    'error',
    [
      'Ngày báo cáo nhiệm vụ {task} lùi so với kế hoạch {parent}: cấp trên {parentDue}, ở đây {childDue}.',
      'The report of task {task} is due later than in {parent}: {parentDue} there, {childDue} here.',
    ],
    ['Kế hoạch cấp dưới chỉ được rút ngắn thời hạn.', 'A lower plan may only tighten a deadline.'],
  ),
} as const;
