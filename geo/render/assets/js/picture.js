// The map as seen now, as SVG or PNG: land, shades, lines, marks, names, title, legend, sources.

import { LAND } from "./basemap.js";
import { svg } from "./dom.js";
import { toldFilters } from "./filters.js";
import { keyEntries, layerEntries } from "./legend.js";
import { sourceNames } from "./leaflet_map.js";
import { shown } from "./payload.js";

const SEA = "#d6e3ec";
const ROW = 26; // pixels of a row of the legend
const KEY = 62; // pixels that its symbol takes
const SIZES = { title: 22, filters: 13.5, key: 13, source: 10.5 };

export function drawPicture(app) {
  const { map, words } = app;
  const { x: width, y: height } = map.getSize();
  const keys = [...layerEntries(app), ...keyEntries(app)];
  const heading = lines(app.payload.title || words.t("title"), SIZES.title, width);
  const narrowed = toldFilters(app).join(" · ");
  const head = 24 + 28 * heading.length + (narrowed ? 20 : 0);
  const named = sourceNames(app).flatMap((source) => lines(source, SIZES.source, width));
  const columns = columnsOf(keys, width);
  const foot = 28 + ROW * Math.ceil(keys.length / columns) + 15 * named.length + 10;
  const total = height + head + foot;
  const picture = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${total}`, width, height: total, "font-family": "Noto Sans Arabic, Noto Sans, Segoe UI, Tahoma, sans-serif" });
  picture.append(svg("rect", { width, height: total, fill: "#fff" }), ...title(words, heading, narrowed, width));
  const view = svg("svg", { y: head, width, height, viewBox: `0 0 ${width} ${height}` });
  view.append(svg("rect", { width, height, fill: SEA }), land(app), ...overlays(app), ...symbols(app), ...names(app), scale(app, height));
  picture.append(view, legend(words, keys, columns, width, height + head + 12), sources(words, named, width, total - 12));
  return picture;
}

function text(content, attributes) {
  const node = svg("text", attributes);
  node.textContent = shown(content);
  return node;
}

function sideways(words, width) {
  const rtl = words.dir === "rtl";
  return { x: rtl ? width - 16 : 16, direction: words.dir, "text-anchor": "start" };
}

// Broken into lines at spaces, for SVG breaks none; letters are taken for 0.58 of their height on average.
function lines(content, size, width) {
  const most = Math.floor((width - 32) / (0.58 * size));
  const out = [""];
  for (const word of shown(content).split(" ")) {
    const longer = `${out[out.length - 1]} ${word}`.trim();
    if (longer.length <= most) out[out.length - 1] = longer;
    else out.push(word);
  }
  return out.filter(Boolean);
}

// As many columns as hold the longest meaning.
function columnsOf(keys, width) {
  const longest = Math.max(...keys.map(([, label]) => label.length), 1);
  return Math.max(1, Math.min(4, Math.floor((width - 16) / (KEY + 0.58 * SIZES.key * longest))));
}

// What the reader has narrowed the map to is said under the title: a picture without it would mislead.
function title(words, heading, narrowed, width) {
  const at = sideways(words, width);
  const nodes = heading.map((line, i) => text(line, { ...at, y: 34 + 28 * i, "font-size": SIZES.title, "font-weight": 700, fill: "#17212b" }));
  if (narrowed) nodes.push(text(narrowed, { ...at, y: 28 + 28 * heading.length, "font-size": SIZES.filters, fill: "#4a5560" }));
  return nodes;
}

// Drawn anew rather than copied: Leaflet cuts its paths a little outside the screen, which would show as an edge.
function land({ map, base }) {
  const path = (rings, shift, close) => rings.map((ring) => outline(map, ring, shift, close)).join("");
  const shapes = [...base.shapes.values()].flat(2);
  const fill = [-360, 0, 360].map((shift) => path(shapes, shift, true)).join("");
  const coast = [-360, 0, 360].map((shift) => path(base.coasts, shift, false)).join("");
  const border = [-360, 0, 360].map((shift) => path(base.borders, shift, false)).join("");
  return svg("g", {},
    svg("path", { d: fill, fill: LAND.fill, "fill-rule": "evenodd" }),
    svg("path", { d: coast, fill: "none", stroke: LAND.coast, "stroke-width": 0.6 }),
    svg("path", { d: border, fill: "none", stroke: LAND.border, "stroke-width": 0.8, "stroke-dasharray": "4 2" }));
}

// Lines wholly outside the picture are left out; the rest is cut by the picture's edge.
function outline(map, ring, shift, close) {
  const { x: width, y: height } = map.getSize();
  const points = ring.map(([lon, lat]) => map.latLngToContainerPoint([lat, lon + shift]));
  const seen = L.bounds(points);
  if (seen.max.x < 0 || seen.max.y < 0 || seen.min.x > width || seen.min.y > height) return "";
  return `M${points.map((p) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join("L")}${close ? "Z" : ""}`;
}

const KEPT = ["d", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"];

// The paths that Leaflet drew, moved from its panes into the picture.
function overlays({ map }) {
  return ["countries", "blocs", "relations", "corridors", "dots"].map((pane) => {
    const shift = map.layerPointToContainerPoint([0, 0]);
    const group = svg("g", { transform: `translate(${shift.x} ${shift.y})` });
    for (const path of map.getPane(pane)?.querySelectorAll("path") ?? []) {
      const kept = KEPT.filter((key) => path.hasAttribute(key)).map((key) => [key, path.getAttribute(key)]);
      group.append(svg("path", Object.fromEntries(kept)));
    }
    return group;
  });
}

function symbols({ map }) {
  const frame = map.getContainer().getBoundingClientRect();
  return ["stems", "places", "crowds", "events"].flatMap((pane) => [...map.getPane(pane).querySelectorAll("svg")]).map((source) => {
    const box = source.getBoundingClientRect();
    const copy = source.cloneNode(true);
    for (const [key, value] of Object.entries({ x: box.x - frame.x, y: box.y - frame.y, width: box.width, height: box.height, overflow: "visible" })) copy.setAttribute(key, value);
    return copy;
  });
}

function names({ map }) {
  const frame = map.getContainer().getBoundingClientRect();
  return [...map.getPane("lettering").querySelectorAll(".geo-name")].flatMap((node) => {
    const box = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    const lines = node.textContent.split("\n");
    const place = (i) => ({ x: box.x - frame.x + box.width / 2, y: box.y - frame.y + (box.height * (i + 0.72)) / lines.length });
    const attributes = { "text-anchor": "middle", "font-size": style.fontSize, "font-weight": style.fontWeight, fill: style.color };
    return lines.map((line, i) => text(line, { ...place(i), ...attributes, stroke: "#fff", "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" }));
  });
}

function scale({ map, words }, height) {
  const bar = map.getContainer().querySelector(".leaflet-control-scale-line");
  const width = bar?.offsetWidth ?? 0;
  return svg("g", { transform: `translate(14 ${height - 16})` },
    svg("path", { d: `M0 -6V0H${width}V-6`, fill: "none", stroke: "#33404d", "stroke-width": 1.5 }),
    text(bar?.textContent ?? "", { x: width / 2, y: -6, "text-anchor": "middle", direction: words.dir, "font-size": 11, fill: "#33404d" }));
}

function legend(words, keys, columns, width, top) {
  const rtl = words.dir === "rtl";
  const column = width / columns;
  return svg("g", { transform: `translate(0 ${top})` }, ...keys.flatMap(([symbol, label], i) => {
    const start = (i % columns) * column + 16;
    const y = Math.floor(i / columns) * ROW;
    const at = rtl ? width - start : start;
    const [w, h] = [Number(symbol.getAttribute("width")), Number(symbol.getAttribute("height"))];
    symbol.setAttribute("x", rtl ? at - 20 - w / 2 : at + 20 - w / 2);
    symbol.setAttribute("y", y + 10 - h / 2);
    return [symbol, text(label, { x: rtl ? at - 46 : at + 46, y: y + 15, direction: words.dir, "font-size": SIZES.key, fill: "#33404d" })];
  }));
}

// One source a line, from the bottom up.
function sources(words, named, width, bottom) {
  const rows = named.map((source, i) =>
    text(source, { ...sideways(words, width), y: bottom - 15 * (named.length - 1 - i), "font-size": SIZES.source, fill: "#4a5560" }));
  return svg("g", {}, ...rows);
}

export async function savePicture(app, format) {
  const node = drawPicture(app);
  const source = new Blob([new XMLSerializer().serializeToString(node)], { type: "image/svg+xml" });
  const blob = format === "svg" ? source : await raster(source, node);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `map.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// Twice the screen's pixels: sharp enough for print at half size.
async function raster(source, node) {
  const image = new Image();
  const address = URL.createObjectURL(source);
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * Number(node.getAttribute("width"));
  canvas.height = 2 * Number(node.getAttribute("height"));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
