import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const DESCRIPTION = `One plan written as text; a derived plan for every unit below; deadlines and reports run by the engine; every step replayable.

**Conventions.** Dates are \`YYYY-MM-DD\`, instants ISO 8601 with \`+07:00\`.
Every POST that writes needs an \`Idempotency-Key\`: sending it again gives the same answer and has no second effect.
Writes to a unit plan name the version they were based on in \`If-Match\` (the ETag that reading it gave).
Answers to writes carry a \`position\`; pass it as \`minPosition\` to read no older state.
Lists are read by opaque cursors (\`after\`, \`limit\`); \`Link: rel="next"\` leads on.
Problems are \`application/problem+json\` (RFC 9457) in Vietnamese and English; their \`type\` leads to a page that explains them.

**Who asks.** Every route but those for signing in and health needs somebody who is signed in: a browser by its session's cookie (and \`X-Thac-CSRF\` with each write), a program by a token (\`Authorization: Bearer …\`).
What they may do, their roles say; \`GET /api/v1/session/why\` explains it. \`actor\` names the unit that acts: one that the asker may act for. Accounts and tokens are of one tenant.`;

/** The OpenAPI 3.1 description of an application's routes. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Thác')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addTag('rules', 'Văn bản quy tắc · Rules texts')
    .addTag('plans', 'Kế hoạch · Plans')
    .addTag('unit plans', 'Kế hoạch của đơn vị · Unit plans')
    .addTag('items', 'Việc · Items')
    .addTag('reports', 'Báo cáo · Reports')
    .addTag('units', 'Đơn vị · Units')
    .addTag('lists', 'Danh sách và nhật ký · Lists and the log')
    .addTag('session', 'Đăng nhập · Signing in')
    .addTag('users', 'Người dùng · Users')
    .addTag('health', 'Tình trạng · Health')
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}.${method}`,
  });
}
