// `node compare.js module.js picture.png`: the module's lab figure against a PNG file, byte by byte.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
const assert = require("node:assert");

/** The pixels of a PNG file of 8 bits a channel, RGB or RGBA, not interlaced: as RGBA. */
function decode(file) {
  assert.deepEqual([...file.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  let header, data = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const kind = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") header = body;
    if (kind === "IDAT") data.push(body);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header[9]];
  assert(header[8] === 8 && header[12] === 0 && channels, "a kind of PNG that is not read here");
  const packed = zlib.inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const rgba = Buffer.alloc(width * height * 4, 255);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (stride + 1)];
    const row = Buffer.from(packed.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let i = 0; i < stride; i++) {
      const a = i < channels ? 0 : row[i - channels];
      const b = above[i];
      const c = i < channels ? 0 : above[i - channels];
      row[i] += [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter];
    }
    for (let x = 0; x < width; x++) {
      row.copy(rgba, (y * width + x) * 4, x * channels, (x + 1) * channels);
    }
    above = row;
  }
  return { width, height, rgba };
}

/** The neighbour that is nearest to left + above − corner. */
function paeth(a, b, c) {
  const [da, db, dc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return da <= db && da <= dc ? a : db <= dc ? b : c;
}

const [module_, picture] = process.argv.slice(2).map((name) => path.resolve(name));
const expected = decode(fs.readFileSync(picture));
const { lab, lab_svg } = require(module_);
const drawn = lab();
assert.equal(drawn.width, expected.width);
assert.equal(drawn.height, expected.height);
const actual = Buffer.from(drawn.rgba);
let differ = 0;
for (let i = 0; i < actual.length; i++) differ += actual[i] !== expected.rgba[i];
assert.equal(actual.length, expected.rgba.length);
assert(lab_svg().includes("</svg>"));
const times = Array.from({ length: 20 }, () => {
  const start = performance.now();
  lab();
  return performance.now() - start;
});
const least = Math.min(...times).toFixed(2);
console.log(`${drawn.width} × ${drawn.height}: ${differ} of ${actual.length} bytes differ; ${least} ms at best`);
process.exit(differ === 0 ? 0 : 1);
