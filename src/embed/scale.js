// Designsystemet's colour scale: from one brand colour, sixteen steps that fit each other, light or dark. The same arithmetic
// as in the package @digdir/designsystemet (MIT, © Digitaliseringsdirektoratet), which takes seven times as many bytes as this
// and is not for browsers; a test holds each step against it.

// The luminance of each step, light and dark. The five last are made of the colour itself.
const LUMINANCE = {
  "background-default": [1, 0.009],
  "background-tinted": [0.9, 0.014],
  "surface-default": [1, 0.021],
  "surface-tinted": [0.81, 0.027],
  "surface-hover": [0.7, 0.036],
  "surface-active": [0.59, 0.056],
  "border-subtle": [0.5, 0.08],
  "border-default": [0.19, 0.22],
  "border-strong": [0.11, 0.39],
  "text-subtle": [0.11, 0.39],
  "text-default": [0.0245, 0.84],
};

const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];

const parse = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const write = (rgb) => `#${rgb.map((one) => one.toString(16).padStart(2, "0")).join("")}`;

const linear = (one) => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4);
const curved = (one) => 255 * (one <= 0.0031308 ? 12.92 * one : 1.055 * one ** (1 / 2.4) - 0.055);
const luminance = (rgb) => rgb.map(linear).reduce((sum, one, n) => sum + one * [0.2126, 0.7152, 0.0722][n], 0);

/** The contrast between two colours, as WCAG counts it. */
export const contrast = (one, other) => {
  const [low, high] = [one, other].map((hex) => luminance(parse(hex))).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

// The colour mixed with black or white until it has a luminance.
const withLuminance = (rgb, wanted) => {
  let [low, high] = luminance(rgb) > wanted ? [BLACK, rgb] : [rgb, WHITE];
  for (let left = 20; ; left--) {
    const middle = low.map((one, n) => one + 0.5 * (high[n] - one));
    const reached = luminance(middle);
    if (Math.abs(wanted - reached) < 1e-7 || left === 0) return middle.map(Math.round);
    if (reached > wanted) high = middle;
    else low = middle;
  }
};

const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, one, n) => sum + one * vector[n], 0));

// Between linear RGB and Oklab, by way of what the eye's cones see. The package's constants, each pair of steps made one.
const TO_CONES = [
  [0.41228708234244466, 0.5363201456677199, 0.05143364915195511],
  [0.2119372242815509, 0.6806838235507702, 0.10737118436970985],
  [0.08831651420259967, 0.2817123302163033, 0.6298275425768407],
];
const TO_OKLAB = [
  [0.210454268309314, 0.7936177747023054, -0.0040720430116193],
  [1.9779985324311684, -2.4285922420485799, 0.450593709617411],
  [0.0259040424655478, 0.7827717124575296, -0.8086757549230774],
];
const FROM_OKLAB = [
  [1, 0.3963377773761749, 0.2158037573099136],
  [1, -0.1055613458156586, -0.0638541728258133],
  [1, -0.0894841775298119, -1.2914855480194092],
];
const FROM_CONES = [
  [4.07609284852645, -3.307185137966147, 0.230933145788364],
  [-1.2684672803482198, 2.609817647327603, -0.3413272621340493],
  [-0.00419708320019177, -0.7035874389478793, 1.7080245229209232],
];

// What the dark scale is made of: the colour, less strong.
const muted = (rgb) => {
  const [light, a, b] = times(TO_OKLAB, times(TO_CONES, rgb.map(linear)).map(Math.cbrt));
  const cones = times(FROM_OKLAB, [light, a * 0.7, b * 0.7]).map((one) => one ** 3);
  return times(FROM_CONES, cones).map((one) => Math.round(Math.min(255, Math.max(0, curved(one)))));
};

// How light a colour looks, from 0 to 100, and the luminance of the grey that looks as light.
const lightness = (rgb) => {
  const [r, g, b] = rgb.map(linear);
  const y = 0.21263900587151 * r + 0.71516867876775 * g + 0.072192315360733 * b;
  return y <= 0.0088564516 ? y * 903.2962962 : 116 * y ** (1 / 3) - 16;
};
const asLight = (rgb, light) => {
  const grey = Math.round(curved(light <= 8 ? light / 903.2962962 : ((light + 16) / 116) ** 3));
  return withLuminance(rgb, luminance([grey, grey, grey]));
};

// The colour itself, or in the dark its opposite in light; how light it is, and how much each of the two next differs.
const base = (rgb, dark) => {
  let light = lightness(rgb);
  if (dark) light = light <= 30 ? 70 : 100 - light;
  return { light, rgb: dark ? asLight(rgb, light) : rgb, step: light <= 30 || (light >= 49 && light <= 65) ? 8 : -8 };
};

const better = (hex) => (contrast(hex, "#ffffff") >= contrast(hex, "#000000") ? "#ffffff" : "#000000");

/** A colour `#rrggbb`, `step` lighter for each of the two that a button takes on. */
export const pressed = (hex, light, step) => [1, 2].map((times) => write(asLight(parse(hex), light + step * times)));

/** The scale of a colour `#rrggbb`: the name of each step and its colour, and how light the base is. */
export const scale = (hex, dark) => {
  const rgb = parse(hex);
  const tint = dark ? muted(rgb) : rgb;
  const steps = {};
  for (const [name, lights] of Object.entries(LUMINANCE)) steps[name] = write(withLuminance(tint, lights[Number(dark)]));
  const { light, rgb: own, step } = base(rgb, dark);
  const [hover, active] = pressed(hex, light, step);
  const text = better(write(own));
  const away = lightness(own) <= 40 || lightness(own) >= 60 ? 60 : 50;
  const subtle = asLight(own, lightness(own) + (text === "#ffffff" ? away : -away));
  Object.assign(steps, {
    "base-default": write(own),
    "base-hover": hover,
    "base-active": active,
    "base-contrast-subtle": write(subtle),
    "base-contrast-default": text,
  });
  return { steps, light };
};
