// The last lines of test.sh: how long each step took, what was skipped and why, and how many tests passed, failed and were skipped.
// It reads the folder where test.sh left the list of steps, what each printed, and the results (.trx) of dotnet test.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = 77;
const folder = process.argv[2];

/** How the results of a kind of step are read. */
const kinds = { check: () => counts(), program: ({ code }) => counts({ passed: code === 0 ? 1 : 0 }), dotnet: ofDotnet, node: ofNode };

const steps = read('steps').trimEnd().split('\n').map(stepOf);
const sum = (what) => steps.reduce((total, step) => total + step[what], 0);
const line = `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`;
const mustNotSkip = process.env.CI === 'true';

print(
  'how long it took',
  steps.map(({ name, seconds }) => `${seconds.padStart(5)} s  ${name}`),
);
print(
  'failed',
  steps.filter((step) => step.failed > 0).map((step) => step.name),
);
print(
  mustNotSkip ? 'skipped, which is a failure where CI=true' : 'skipped',
  steps.flatMap((step) => step.reasons.map((reason) => `${step.name}: ${reason}`)),
);
console.log(`\n${line}`);
process.exitCode = sum('failed') > 0 || (mustNotSkip && sum('skipped') > 0) ? 1 : 0;

function stepOf(written) {
  const [kind, name, seconds, code] = written.split('\t');
  const step = { name, seconds, code: Number(code), log: read(`${name}.log`) };
  if (step.code === SKIPPED) return { ...step, ...counts({ skipped: 1, reasons: [step.log.trimEnd().split('\n').at(-1)] }) };

  const counted = kinds[kind](step);
  const ranNothing = kind !== 'check' && counted.passed + counted.skipped === 0;
  return { ...step, ...counted, failed: step.code === 0 && !ranNothing ? counted.failed : Math.max(counted.failed, 1) };
}

function ofDotnet({ name }) {
  if (!existsSync(join(folder, `${name}.trx`))) return counts();

  const results = read(`${name}.trx`).split('<UnitTestResult ').slice(1);
  const having = (outcomes) => results.filter((result) => outcomes.includes(/outcome="(\w+)"/.exec(result)[1]));
  const [passed, skipped] = [having(['Passed']), having(['NotExecuted'])];
  const reasons = skipped.map(
    (result) => `${plain(/testName="([^"]*)"/.exec(result)[1])}: ${plain(/<Message>([^]*?)<\/Message>/.exec(result)?.[1])}`,
  );
  return counts({ passed: passed.length, failed: results.length - passed.length - skipped.length, skipped: skipped.length, reasons });
}

/** What the spec reporter prints. A test that is still to do shows nothing, so it counts as skipped. */
function ofNode({ log }) {
  const of = (what) => [...log.matchAll(new RegExp(`^ℹ ${what} (\\d+)$`, 'gm'))].reduce((total, [, number]) => total + Number(number), 0);
  const reasons = [...log.matchAll(/^\s*\S (.+?) \([\d.]+ms\) # (.+)$/gm)].map(([, test, reason]) => `${test}: ${reason}`);
  return counts({ passed: of('pass'), failed: of('fail') + of('cancelled'), skipped: of('skipped') + of('todo'), reasons });
}

function counts(some) {
  return { passed: 0, failed: 0, skipped: 0, reasons: [], ...some };
}

function plain(xml = 'no reason is given') {
  const signs = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, sign) => signs[sign]);
}

function read(name) {
  return readFileSync(join(folder, name), 'utf8');
}

function print(title, lines) {
  if (lines.length > 0) console.log(`\n== ${title}\n${lines.join('\n')}`);
}
