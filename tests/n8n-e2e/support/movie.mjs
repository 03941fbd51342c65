const number = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const box = (type, ...content) =>
  Buffer.concat([number(8 + content.reduce((sum, { length }) => sum + length, 0)), Buffer.from(type), ...content]);
const zeros = (count) => Buffer.alloc(count);

/** An upright MP4 of ten seconds whose frames are no frames, as large as is wanted. */
export function movie(bytes) {
  const matrix = Buffer.concat([number(0x10000), zeros(12), number(0x10000), zeros(16)]);
  const samples = box('stsd', zeros(7), Buffer.from([1]), box('avc1', zeros(70)));
  const media = box(
    'mdia',
    box('hdlr', zeros(8), Buffer.from('vide'), zeros(12)),
    box('minf', box('hdlr', zeros(4), Buffer.from('dhlralis'), zeros(12)), box('stbl', samples)),
  );
  const track = box('trak', box('tkhd', zeros(4 + 20 + 16), matrix, number(1080 << 16), number((1920 << 16) >>> 0)), media);
  const index = box('moov', box('mvhd', zeros(4), zeros(8), number(600), number(6000), zeros(80)), track);
  return Buffer.concat([
    box('ftyp', Buffer.from('isom'), number(512), Buffer.from('isom')),
    index,
    box('mdat', zeros(16)),
    box('free', zeros(bytes)),
  ]);
}
