/** What the package answers in plain Node, without a browser and without anything of the repository: printed as JSON. */
const [folder, helper] = process.argv.slice(2);
const { env, PLAN } = await import(helper);
const { check, createLanguageService, describe, explain, format, translate } = await import(`${folder}/index.js`);
const core = await import(`${folder}/core.js`);

const good = PLAN.replace('[Sở Nội vu]', '[Sở Nội vụ]');
const english = translate(good, 'en').text;
const codes = (text) => check(text, env).diagnostics.map((diagnostic) => [diagnostic.code, describe(diagnostic).message]);
const at = english.indexOf('[Sở Nội vụ]', english.indexOf('lead')) + 3;

console.log(
  JSON.stringify({
    slips: codes(PLAN),
    vi: { errors: codes(good), tasks: check(good, env).rules?.tasks.length },
    en: { errors: codes(english), tasks: check(english, env).rules?.tasks.length },
    sentences: explain(good, env, 'vi')?.rules.length,
    completions: createLanguageService(env)
      .complete(english, at)
      .map(({ label }) => label),
    core: {
      text: core.translate(core.format(good).text, 'en').text === translate(format(good).text, 'en').text,
      slips: core.parse(PLAN.replace('chủ trì', 'chu tri')).findings.map(({ code }) => code),
    },
  }),
);
