import peggy from 'peggy';

/** The same subset of the language as a PEG: what the measured text uses, nothing more. */
const GRAMMAR = String.raw`
File = _ items:(Item _)* { return items.map(([item]) => item); }
Item = Plan / Group / Task
Plan = "kế hoạch" __ number:Str __ "ban hành ngày" __ date:Date __ "của" __ issuer:Ref clauses:(_ @(Title / Focal))* { return { kind: 'plan', number, date, issuer, clauses }; }
Title = "tên" _ ":" _ title:Str { return { title }; }
Focal = "đầu mối" _ ":" _ focal:Actors { return { focal }; }
Group = "nhóm" __ name:Ref __ "gồm mọi" __ kind:("ủy ban nhân dân" / "cơ quan chuyên môn") __ tier:("cấp huyện" / "cấp xã" / "cấp tỉnh") { return { kind: 'group', name, of: kind, tier }; }
Task = "nhiệm vụ" __ no:No __ title:Str clauses:(_ @Clause)* { return { kind: 'task', no, title, clauses }; }
Clause = "chủ trì" _ ":" _ lead:Actors { return { lead }; }
  / "phối hợp" _ ":" _ support:Actors { return { support }; }
  / "hạn" _ ":" _ due:Due { return { due }; }
Due = "trước ngày" __ date:Date { return { before: date }; }
  / "chậm nhất ngày" __ date:Date { return { by: date }; }
  / "trong quý" __ quarter:$[IV]+ "/" year:Int { return { quarter, year }; }
  / "định kỳ hằng quý" { return { every: 'quarter' }; }
  / "thường xuyên" { return { standing: true }; }
  / "theo quy định" { return { regulated: true }; }
Actors = head:Actor tail:(_ ";" _ @Actor)* { return [head, ...tail]; }
Actor = each:("mỗi" __)? ref:Ref { return { each: each !== null, ref }; }
Ref = "[" @$[^\]\n]* "]"
Str = '"' @$[^"\n]* '"'
No = $(Int ("." Int)*)
Date = day:Int "/" month:Int "/" year:Int { return { day, month, year }; }
Int = digits:$[0-9]+ { return Number(digits); }
_ = [ \t\r\n]*
__ = [ \t\r\n]+
`;

/** A parser made by Peggy: gives the items of a text, or throws at the first error. */
export const peggyParse = (): ((text: string) => unknown) => {
  const parser = peggy.generate(GRAMMAR);
  return (text) => parser.parse(text);
};
