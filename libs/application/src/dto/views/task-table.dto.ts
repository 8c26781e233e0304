import type { TaskTable } from '#contracts';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { CountsDto } from './plan.dto.js';
import { UnitDto } from './unit.dto.js';

/** One task of the table. */
export class TaskColumnDto {
  @ApiProperty({ description: 'Its number; of a lower plan’s task, with the number of that plan before it.', type: String })
  readonly task!: string;

  @ApiProperty({ description: 'Its title.', type: String })
  readonly title!: string;

  @ApiProperty({ description: 'Of all units.', type: () => CountsDto })
  readonly counts!: CountsDto;
}

/** One unit of the table. */
@ApiExtraModels(CountsDto)
export class TaskRowDto {
  @ApiProperty({ description: 'The unit.', type: () => UnitDto })
  readonly unit!: UnitDto;

  @ApiProperty({ description: 'True where all that lies below it is counted with it.', type: Boolean })
  readonly withBelow!: boolean;

  @ApiProperty({ description: 'Over all tasks.', type: () => CountsDto })
  readonly counts!: CountsDto;

  @ApiProperty({
    description: 'By number of the task; absent where nobody there has it.',
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(CountsDto) },
  })
  readonly tasks!: Record<string, CountsDto>;
}

/** How items stand, by unit and task. */
export class TaskTableDto implements TaskTable {
  @ApiProperty({ description: 'Key of the plan.', type: String })
  readonly plan!: string;

  @ApiProperty({ description: 'The unit whose subordinates are the rows.', type: () => UnitDto })
  readonly within!: UnitDto;

  @ApiProperty({ description: 'The moment that it is judged for.', type: String })
  readonly asOf!: string;

  @ApiProperty({ description: 'Over all.', type: () => CountsDto })
  readonly all!: CountsDto;

  @ApiProperty({ description: 'The tasks, by number.', type: () => [TaskColumnDto] })
  readonly tasks!: TaskColumnDto[];

  @ApiProperty({
    description: 'The unit itself, alone, and each unit directly below it with all that lies below that one.',
    type: () => [TaskRowDto],
  })
  readonly rows!: TaskRowDto[];
}
