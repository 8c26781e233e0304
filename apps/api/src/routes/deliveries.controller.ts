import { NotFound, PageQuery } from '#application';
import type { Page } from '#contracts';
import type { DeliveryBook, RecordedDelivery } from '#persistence';
import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadRoute, WriteRoute } from '../docs/described.js';
import { paged } from '../http/answers.js';
import { Id, Tenant, type Write, WriteScoped } from '../http/params.js';

/** What became of deliveries. */
export const DELIVERIES = Symbol('Deliveries');

/** What the routes ask of it. */
export type DeliveriesOf = Pick<DeliveryBook, 'dead' | 'find' | 'retry' | 'discard'>;

/** Where nothing is delivered. */
export const NO_DELIVERIES: DeliveriesOf = {
  dead: async () => [],
  find: async () => undefined,
  retry: async () => undefined,
  discard: async () => undefined,
};

const LIMIT = 50;

class DeliveryDto implements RecordedDelivery {
  @ApiProperty({ description: 'Whose it is.', type: String })
  readonly tenant!: string;

  @ApiProperty({ description: 'The same for the same notice, however often it is sent.', type: String })
  readonly id!: string;

  @ApiProperty({ description: 'The way it goes out by.', type: String, example: 'log' })
  readonly channel!: string;

  @ApiProperty({ description: 'The unit that is told.', type: String, example: 'vn-10' })
  readonly recipient!: string;

  @ApiProperty({ description: 'What the step does.', type: String, example: 'remind' })
  readonly subject!: string;

  @ApiProperty({ description: 'The plan it is about.', type: String })
  readonly plan!: string;

  @ApiProperty({ description: 'The unit whose obligation it is about.', type: String })
  readonly unit!: string;

  @ApiProperty({ description: 'An item, a report or a duty.', type: String, example: 'item 1.2' })
  readonly obligation!: string;

  @ApiProperty({ description: 'Key of the step.', type: String, example: 'after-1wd' })
  readonly step!: string;

  @ApiProperty({ description: 'How often the deadline has been set.', type: 'integer' })
  readonly generation!: number;

  @ApiProperty({ description: 'Last allowed day.', type: String, format: 'date' })
  readonly due!: RecordedDelivery['due'];

  @ApiProperty({ description: 'When the step was due to happen.', type: String })
  readonly at!: RecordedDelivery['at'];

  @ApiProperty({ description: 'Where it stands.', enum: ['waiting', 'sent', 'dead', 'again', 'lapsed'] })
  readonly state!: RecordedDelivery['state'];

  @ApiProperty({ description: 'Attempts so far.', type: 'integer' })
  readonly attempts!: number;

  @ApiProperty({ description: 'Why the last attempt failed.', type: String, nullable: true })
  readonly lastError!: string | null;
}

class DeliveryPageDto {
  @ApiProperty({ description: 'The entries.', type: () => [DeliveryDto] })
  readonly items!: DeliveryDto[];

  @ApiProperty({ description: 'Cursor of the next page; null on the last one.', type: String, nullable: true })
  readonly next!: string | null;
}

/** What could not be delivered, for those who look after the system. */
@ApiTags('deliveries')
@Controller('api/v1/deliveries')
export class DeliveriesController {
  constructor(@Inject(DELIVERIES) private readonly book: DeliveriesOf) {}

  @Get('dead')
  @ReadRoute([], {
    may: { action: 'delivery.read', about: 'nothing' },
    summary: 'Notices that could not be delivered',
    description: 'After their last attempt.',
    type: DeliveryPageDto,
  })
  async dead(
    @Tenant() tenant: string,
    @Query() { after = '', limit = LIMIT }: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<DeliveryDto>> {
    const found = await this.book.dead(tenant, after, limit + 1);
    const items = found.slice(0, limit);
    return paged({ items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }, request, reply);
  }

  @Post(':delivery/retry')
  @WriteRoute(['delivery'], {
    may: { action: 'delivery.retry', about: 'nothing' },
    summary: 'Try a notice again that could not be delivered',
    description: 'As often as a new one. One that is not dead stays as it is.',
    status: 200,
    type: DeliveryDto,
  })
  async retry(@WriteScoped() { tenant }: Write, @Id('delivery') id: string): Promise<DeliveryDto> {
    return (await this.book.retry(tenant, id)) ?? this.asItIs(tenant, id);
  }

  @Post(':delivery/discard')
  @WriteRoute(['delivery'], {
    may: { action: 'delivery.retry', about: 'nothing' },
    summary: 'Let a notice go that could not be delivered',
    description: 'It is not sent any more; the log and what is owed stay as they are. One that is not dead stays as it is.',
    status: 200,
    type: DeliveryDto,
  })
  async discard(@WriteScoped() { tenant }: Write, @Id('delivery') id: string): Promise<DeliveryDto> {
    return (await this.book.discard(tenant, id)) ?? this.asItIs(tenant, id);
  }

  private async asItIs(tenant: string, id: string): Promise<DeliveryDto> {
    const delivery = await this.book.find(tenant, id);
    if (!delivery) throw new NotFound('delivery', id);
    return delivery;
  }
}
