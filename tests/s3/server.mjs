// A server that speaks S3, for tests: s3rver, and before it what s3rver does not do, which is to verify signatures of version 4
// (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html), and to list and end uploads in parts.
//
//   node server.mjs FOLDER_OF_S3RVER FOLDER_OF_DATA     prints its port; /-/down and /-/up order an outage and end it
import { createHash, createHmac } from 'node:crypto';
import http from 'node:http';
import { createRequire } from 'node:module';

const [home, directory] = process.argv.slice(2);
const S3rver = createRequire(`${home}/package.json`)('s3rver');
// s3rver knows these alone.
const accessKey = 'S3RVER', secretKey = 'S3RVER';
const mostSkew = 15 * 60 * 1000;

const store = new S3rver({ directory, port: 0, address: '127.0.0.1', silent: true, configureBuckets: [{ name: 'files' }] });
const inner = (await store.run()).port;
const uploads = new Map();
let isDown = false;

const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const hmac = (key, data) => createHmac('sha256', key).update(data).digest();
const encoded = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function problemOf(request, body) {
  const given = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, *SignedHeaders=([^,]+), *Signature=(\w+)$/
    .exec(request.headers.authorization ?? '');
  if (!given) return 'AccessDenied';

  const [, key, day, region, signed, signature] = given;
  if (key !== accessKey) return 'InvalidAccessKeyId';

  const date = request.headers['x-amz-date'];
  const at = Date.parse(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
  if (!(Math.abs(Date.now() - at) < mostSkew)) return 'RequestTimeTooSkewed';

  const payload = request.headers['x-amz-content-sha256'];
  if (payload !== sha256(body)) return 'XAmzContentSHA256Mismatch';

  const url = new URL(request.url, 'http://localhost');
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort().join('&');
  const headers = signed.split(';').map((name) => `${name}:${request.headers[name].trim().replace(/ +/g, ' ')}\n`).join('');
  const canonical = [request.method, request.url.split('?')[0], query, headers, signed, payload].join('\n');
  const text = ['AWS4-HMAC-SHA256', date, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n');
  const signing = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secretKey}`, day));
  return hmac(signing, text).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}

function answer(response, status, xml) {
  response.writeHead(status, { 'Content-Type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
}

const refuse = (response, status, code) => answer(response, status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);

function listUploads(response, prefix) {
  const open = [...uploads].filter(([, upload]) => upload.key.startsWith(prefix)).map(([id, upload]) =>
    `<Upload><Key>${upload.key}</Key><UploadId>${id}</UploadId><Initiated>${upload.at}</Initiated></Upload>`);
  answer(response, 200, `<ListMultipartUploadsResult><Bucket>files</Bucket>${open.join('')}</ListMultipartUploadsResult>`);
}

function forward(request, body, response) {
  const url = new URL(request.url, 'http://localhost');
  const begins = request.method === 'POST' && url.searchParams.has('uploads');
  const passed = http.request({ port: inner, method: request.method, path: request.url, headers: request.headers }, async (got) => {
    response.writeHead(got.statusCode, got.headers);
    if (!begins) {
      if (got.statusCode < 300 && request.method !== 'PUT') uploads.delete(url.searchParams.get('uploadId'));
      got.pipe(response);
      return;
    }

    const text = Buffer.concat(await got.toArray()).toString();
    uploads.set(/<UploadId>([^<]+)/.exec(text)[1], { key: url.pathname.split('/').slice(2).join('/'), at: new Date().toISOString() });
    response.end(text);
  });
  passed.on('error', () => response.destroy());
  passed.end(body);
}

const server = http.createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray().catch(() => []));
  if (request.url === '/-/down' || request.url === '/-/up') {
    isDown = request.url === '/-/down';
    return response.end();
  }

  if (isDown) return refuse(response, 503, 'SlowDown');
  const problem = problemOf(request, body);
  if (problem) return refuse(response, 403, problem);

  const url = new URL(request.url, 'http://localhost');
  if (request.method === 'GET' && url.searchParams.has('uploads')) return listUploads(response, url.searchParams.get('prefix') ?? '');
  // s3rver cannot be told to forget one.
  if (request.method === 'DELETE' && uploads.delete(url.searchParams.get('uploadId'))) return response.writeHead(204).end();
  return forward(request, body, response);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
// It ends with whoever started it.
process.stdin.resume().on('end', () => process.exit());
