export * from './everywhere.js';
/** For terminals alone. */
export { displayWidth, renderFrame, type FrameOptions } from './diagnostics/frame.js';
