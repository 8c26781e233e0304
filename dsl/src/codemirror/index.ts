export { thac, type ThacEditorOptions } from './extension.js';
