// The marks of the map, drawn once as SVG and used by the map, the legend and the picture export.
// Shape and dash carry the meaning together with the tone, so that it survives grey print and colour blindness.

import { svg } from "./dom.js";

export const TONES = {
  place: "#5a3d8a",
  corridor: "#00735a",
  "verbal cooperation": "#1f6fb5",
  "material cooperation": "#0b3c6f",
  "verbal conflict": "#b84a00",
  "material conflict": "#8c1414",
};
export const QUADS = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];
export const SHADES = ["#f2e7cb", "#e9d7a8", "#dfc588"];
export const DASHES = { "verbal conflict": "9 6", "material conflict": "2 6" };

// Blocs: tone and dash, for their outlines cross.
export const BLOCS = [
  { tone: "#7a1f6b", dash: null },
  { tone: "#00544a", dash: "10 4" },
  { tone: "#6b3a00", dash: "4 4" },
  { tone: "#1b2f6b", dash: "14 4 3 4" },
  { tone: "#5c1010", dash: "2 3" },
];

const SHAPES = {
  "verbal cooperation": "M0 -9 9 0 0 9 -9 0Z",
  "material cooperation": "M-7 -7H7V7H-7Z",
  "verbal conflict": "M0 -9 9 7H-9Z",
  "material conflict": "M0 -10 2.9 -3.6 9.6 -3.1 4.5 1.4 6.1 8.1 0 4.5 -6.1 8.1 -4.5 1.4 -9.6 -3.1 -2.9 -3.6Z",
};

export function eventSymbol(quad, { hollow = false, vague = false, unreal = false } = {}) {
  const tone = TONES[quad] ?? "#444";
  const d = SHAPES[quad] ?? SHAPES["verbal cooperation"];
  const size = { viewBox: "-13 -13 26 26", width: 26, height: 26, "aria-hidden": "true", focusable: "false" };
  const halo = svg("path", { d, fill: "#fff", stroke: "#fff", "stroke-width": 5, "stroke-linejoin": "round" });
  const body = svg("path", {
    d,
    fill: hollow ? "#fff" : tone,
    "fill-opacity": unreal && !hollow ? 0.3 : 1,
    stroke: tone,
    "stroke-width": hollow || unreal ? 2.4 : 1.6,
    "stroke-linejoin": "round",
  });
  const node = svg("svg", size, halo, body);
  if (vague) node.append(svg("circle", { r: 12, fill: "none", stroke: tone, "stroke-width": 1.6, "stroke-dasharray": "2.5 3" }));
  return node;
}

// Events in one mark: their number, in a ring divided by quad class.
export function crowdSymbol(size, counts, label) {
  const r = size / 2 - 3.5;
  const round = 2 * Math.PI * r;
  const sum = QUADS.reduce((total, quad) => total + counts[quad], 0);
  const node = svg("svg", { viewBox: `${-size / 2} ${-size / 2} ${size} ${size}`, width: size, height: size, "aria-hidden": "true", focusable: "false" },
    svg("circle", { r: size / 2, fill: "#fff" }));
  let start = 0;
  for (const quad of QUADS.filter((one) => counts[one])) {
    const share = (counts[quad] / sum) * round;
    node.append(svg("circle", { r, fill: "none", stroke: TONES[quad], "stroke-width": 5, "stroke-dasharray": `${share.toFixed(2)} ${round.toFixed(2)}`, "stroke-dashoffset": (-start).toFixed(2), transform: "rotate(-90)" }));
    start += share;
  }
  const text = svg("text", { y: 4.4, "text-anchor": "middle", "font-size": label.length > 3 ? 11 : 12.5, "font-weight": 700, fill: "#17212b" });
  text.textContent = label;
  node.append(text);
  return node;
}

export function placeRadius(count) {
  return Math.min(4 + 1.7 * Math.sqrt(Math.max(count || 1, 1)), 15);
}

export function placeSymbol(radius, { hollow = false, area = false, vague = false } = {}) {
  const box = Math.max(2 * radius + 6, 24);
  const size = { viewBox: `${-box / 2} ${-box / 2} ${box} ${box}`, width: box, height: box, "aria-hidden": "true", focusable: "false" };
  const tone = TONES.place;
  const node = svg("svg", size, svg("circle", { r: radius + 1.6, fill: "#fff" }));
  const dash = area || vague ? "3 2.5" : null;
  node.append(svg("circle", {
    r: radius,
    fill: hollow ? "#fff" : tone,
    "fill-opacity": area && !hollow ? 0.3 : 1,
    stroke: tone,
    "stroke-width": hollow || area ? 2.2 : 1,
    "stroke-dasharray": dash,
  }));
  if (area) node.append(svg("circle", { r: 2.2, fill: tone }));
  return node;
}

// A short stretch of line for the legend.
export function lineSymbol(tone, { dash = null, width = 3, arc = false } = {}) {
  const d = arc ? "M3 15Q17 1 31 15" : "M2 11Q10 4 17 10T32 8";
  const size = { viewBox: "0 0 34 20", width: 34, height: 20, "aria-hidden": "true", focusable: "false" };
  return svg("svg", size, svg("path", { d, fill: "none", stroke: tone, "stroke-width": width, "stroke-dasharray": dash }));
}

export function shadeSymbol() {
  const size = { viewBox: "0 0 34 20", width: 34, height: 20, "aria-hidden": "true", focusable: "false" };
  return svg("svg", size, ...SHADES.map((fill, i) => svg("rect", { x: 2 + i * 10, y: 4, width: 10, height: 12, fill, stroke: "#8a7a4a", "stroke-width": 0.7 })));
}
