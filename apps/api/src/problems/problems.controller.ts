import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Open } from '../auth/permission.js';
import { explain } from './explanations.js';
import { RequestFault } from './faults.js';
import { PAGE_STYLE, problemList, problemPage } from './pages.js';

const HTML = 'text/html; charset=utf-8';

/** The pages that `type` of problem documents leads to: for people, in both languages. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Open()
  @Header('Content-Type', HTML)
  list(): string {
    return problemList();
  }

  @Get('style.css')
  @Open()
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return PAGE_STYLE;
  }

  @Get(':code')
  @Open()
  @Header('Content-Type', HTML)
  one(@Param('code') code: string): string {
    const found = explain(code);
    if (!found) throw new RequestFault('route.unknown');
    return problemPage(found);
  }
}
