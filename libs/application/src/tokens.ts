/** What Nest hands to handlers: the framework-free workflow, the log as whoever asks sees it, the read models and the clock, each under a token of its own. */
export const WORKFLOW = Symbol('Workflow');
export const ASKED_LOG = Symbol('AskedLog');
export const READ_MODELS = Symbol('ReadModels');
export const CLOCK = Symbol('Clock');
