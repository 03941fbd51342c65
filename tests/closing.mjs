// The last lines of test.sh: how long each step took, what was skipped and why, and how many tests passed, failed and were skipped.
// It reads the folder where test.sh left the list of steps, what each printed, and the results (.trx) of dotnet test.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = 77;
const folder = process.argv[2];
const mayNotSkip = process.env.CI === 'true';

/** How the results of each kind of step are found. */
const kinds = { check: () => counts(), program: ({ code }) => counts({ passed: code === 0 ? 1 : 0 }), dotnet: ofDotnet, node: ofNode };

const steps = read('steps').trimEnd().split('\n').map(stepOf);
const durations = steps.map(({ name, seconds }) => `${seconds.padStart(5)} s  ${name}`);
const failures = steps.filter(({ failed }) => failed > 0).flatMap(({ name, broken }) => (broken.length ? named(name, broken) : [name]));
const reasons = steps.flatMap(({ name, reasons: found }) => named(name, found));
const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((what) => steps.reduce((sum, step) => sum + step[what], 0));

print('how long it took', durations);
print('failed', failures);
print(mayNotSkip ? 'skipped, which is a failure where CI=true' : 'skipped', reasons);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || (mayNotSkip && skipped > 0) ? 1 : 0;

function stepOf(line) {
  const [kind, name, seconds, code] = line.split('\t');
  const step = { name, seconds, code: Number(code), log: read(`${name}.log`) };
  if (step.code === SKIPPED) return { ...step, ...counts({ skipped: 1, reasons: [step.log.trimEnd().split('\n').at(-1)] }) };

  const counted = kinds[kind](step);
  const ranNothing = kind !== 'check' && counted.passed + counted.skipped === 0;
  return { ...step, ...counted, failed: step.code !== 0 || ranNothing ? Math.max(counted.failed, 1) : counted.failed };
}

function ofDotnet({ name }) {
  if (!existsSync(join(folder, `${name}.trx`))) return counts();

  const results = read(`${name}.trx`).split('<UnitTestResult ').slice(1).map(resultOf);
  const skipped = results.filter(({ outcome }) => outcome === 'NotExecuted');
  const failed = results.filter(({ outcome }) => outcome === 'Failed');
  const passed = results.filter(({ outcome }) => outcome === 'Passed').length;
  return counts({
    passed,
    failed: results.length - passed - skipped.length,
    skipped: skipped.length,
    reasons: skipped.map(textOf),
    broken: failed.map(textOf),
  });
}

function resultOf(xml) {
  const found = (pattern) => plain(pattern.exec(xml)?.[1] ?? '');
  return { test: found(/testName="([^"]*)"/), outcome: found(/outcome="([^"]*)"/), reason: found(/<Message>([^]*?)<\/Message>/) };
}

function textOf({ test, reason }) {
  return `${test}: ${reason.split('\n')[0]}`;
}

function named(step, lines) {
  return lines.map((line) => `${step}: ${line}`);
}

/** What the spec reporter prints. A test marked as todo proves nothing, so it counts as skipped. */
function ofNode({ log }) {
  const of = (what) => [...log.matchAll(new RegExp(`^ℹ ${what} (\\d+)$`, 'gm'))].reduce((sum, [, number]) => sum + Number(number), 0);
  const reasons = [...log.matchAll(/^\s*\S (.+?) \([\d.]+ms\) # (.+)$/gm)].map(([, test, reason]) => `${test}: ${reason}`);
  // A failed test is printed where it ran and again at the end, and the file or group around it counts as failed too.
  const broken = [...new Set([...log.matchAll(/^\s*✖ (.+?) \([\d.]+ms\)/gm)].map(([, test]) => test))];
  return counts({ passed: of('pass'), failed: of('fail') + of('cancelled'), skipped: of('skipped') + of('todo'), reasons, broken });
}

function counts(some) {
  return { passed: 0, failed: 0, skipped: 0, reasons: [], broken: [], ...some };
}

function plain(xml) {
  const signs = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, sign) => signs[sign]);
}

function read(name) {
  return readFileSync(join(folder, name), 'utf8');
}

function print(title, lines) {
  if (lines.length > 0) console.log(`\n== ${title}\n${lines.join('\n')}`);
}
