import { mkdir, writeFile } from 'node:fs/promises';
import { API_TYPES, apiTypes } from './api-types.js';

/** Writes the types of the API for the web application. Run it after a route or a field has changed. */
await mkdir('apps/web/src/api/generated', { recursive: true });
await writeFile(API_TYPES, await apiTypes());
