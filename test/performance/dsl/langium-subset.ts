import { createServicesForGrammar } from 'langium/grammar';

/** The same subset of the language as a Langium grammar: what the measured text uses, nothing more. */
const GRAMMAR = String.raw`
grammar Subset
entry File: items+=(Plan | Group | Task)*;
Plan: 'kế hoạch' number=STR 'ban hành ngày' date=DATE 'của' issuer=REF ('tên' ':' title=STR)? ('đầu mối' ':' focal=Actors)?;
Group: 'nhóm' name=REF 'gồm mọi' of=('ủy ban nhân dân' | 'cơ quan chuyên môn') tier=('cấp huyện' | 'cấp xã' | 'cấp tỉnh');
Task: 'nhiệm vụ' no=NO title=STR clauses+=Clause*;
Clause: {infer Lead} 'chủ trì' ':' actors=Actors | {infer Support} 'phối hợp' ':' actors=Actors | {infer Due} 'hạn' ':' due=DueRule;
DueRule: {infer Before} 'trước ngày' date=DATE | {infer By} 'chậm nhất ngày' date=DATE | {infer Quarter} 'trong quý' quarter=QUARTER
  | {infer Every} every='định kỳ hằng quý' | {infer Standing} standing='thường xuyên' | {infer Regulated} regulated='theo quy định';
Actors: actors+=Actor (';' actors+=Actor)*;
Actor: each?='mỗi'? ref=REF;
terminal REF: /\[[^\]\n]*\]/;
terminal STR: /"[^"\n]*"/;
terminal DATE: /[0-9]+\/[0-9]+\/[0-9]+/;
terminal QUARTER: /[IV]+\/[0-9]+/;
terminal NO: /[0-9]+(\.[0-9]+)*/;
hidden terminal WS: /\s+/;
`;

/** A parser made by Langium: gives the tree of a text, with its errors. */
export async function langiumParse(): Promise<(text: string) => unknown> {
  const services = await createServicesForGrammar({ grammar: GRAMMAR });
  const parser = services.parser.LangiumParser;
  return (text) => {
    const { parserErrors, lexerErrors, value } = parser.parse(text);
    const [error] = [...lexerErrors, ...parserErrors];
    if (error) throw new Error(error.message);
    return value;
  };
}
