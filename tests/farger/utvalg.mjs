// The colours that are tried: every corner of the cube, every grey, an even grid, and some picked by a fixed seed.
const hex = (rgb) => `#${rgb.map((one) => one.toString(16).padStart(2, "0")).join("")}`;

const corners = [0, 255].flatMap((r) => [0, 255].flatMap((g) => [0, 255].map((b) => [r, g, b])));
const greys = Array.from({ length: 256 }, (_, n) => [n, n, n]);
const grid = (step) => {
  const values = Array.from({ length: Math.floor(255 / step) + 1 }, (_, n) => n * step);
  return values.flatMap((r) => values.flatMap((g) => values.map((b) => [r, g, b])));
};
const random = (count) => {
  let state = 20261122;
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648) >> 16 & 255;
  return Array.from({ length: count }, () => [next(), next(), next()]);
};

export const few = [...corners, ...greys, ...random(250)].map(hex);
export const many = [...corners, ...greys, ...grid(17), ...random(2000)].map(hex);
