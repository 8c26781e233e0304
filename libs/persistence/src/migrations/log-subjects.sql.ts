/** Events that name an obligation, whatever plan it is of: a page of them is a range of this index. */
export const CREATE_LOG_SUBJECTS = [
  'create index log_entry_subject on log_entry (tenant, generation, about, position) where about is not null',
];

export const DROP_LOG_SUBJECTS = ['drop index log_entry_subject'];
