import { MAX_RULES_BYTES } from '../workflow/rules-service.js';
import { IdField, TextField } from './fields.js';

const EXAMPLE = 'kế hoạch "239/KH-UBND" của [UBND tỉnh Lào Cai] ban hành ngày 30/6/2022 …';

/** A rules text to look at. */
export class RulesTextBody {
  @TextField({
    description: 'A whole rules text (`.thac`), Vietnamese or English keywords.',
    example: EXAMPLE,
    max: MAX_RULES_BYTES,
    lines: true,
  })
  readonly text!: string;
}

/** A rules text to publish. */
export class PublishRulesBody extends RulesTextBody {
  @IdField({ description: 'The unit that publishes it: one that the asker may act for.', example: 'vn-10' })
  readonly actor!: string;
}
