// The map as seen now, as SVG or PNG: land, shades, lines, marks, names, title, legend, sources.

import { LAND } from "./basemap.js";
import { svg } from "./dom.js";
import { keyEntries } from "./legend.js";
import { sourceNames } from "./leaflet_map.js";
import { shown } from "./payload.js";

const SEA = "#d6e3ec";
const HEAD = 52;

export function drawPicture(app) {
  const { map, words } = app;
  const { x: width, y: height } = map.getSize();
  const keys = keyEntries(app);
  const named = sourceNames(app);
  const foot = 28 + 26 * Math.ceil(keys.length / 2) + 15 * named.length + 10;
  const total = height + HEAD + foot;
  const picture = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${total}`, width, height: total, "font-family": "Noto Sans Arabic, Noto Sans, Segoe UI, Tahoma, sans-serif" });
  picture.append(svg("rect", { width, height: total, fill: "#fff" }), title(app, width));
  const view = svg("svg", { y: HEAD, width, height, viewBox: `0 0 ${width} ${height}` });
  view.append(svg("rect", { width, height, fill: SEA }), land(app), ...overlays(app), ...symbols(app), ...names(app), scale(app, height));
  picture.append(view, legend(words, keys, width, height + HEAD + 12), sources(words, named, width, total - 12));
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

function title({ payload, words }, width) {
  return text(payload.title || words.t("title"), { ...sideways(words, width), y: 34, "font-size": 22, "font-weight": 700, fill: "#17212b" });
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

function scale({ map }, height) {
  const bar = map.getContainer().querySelector(".leaflet-control-scale-line");
  const width = bar?.offsetWidth ?? 0;
  return svg("g", { transform: `translate(14 ${height - 16})` },
    svg("path", { d: `M0 -6V0H${width}V-6`, fill: "none", stroke: "#33404d", "stroke-width": 1.5 }),
    text(bar?.textContent ?? "", { x: 6, y: -6, "font-size": 11, fill: "#33404d" }));
}

function legend(words, keys, width, top) {
  const rtl = words.dir === "rtl";
  const column = width / 2;
  return svg("g", { transform: `translate(0 ${top})` }, ...keys.flatMap(([symbol, label], i) => {
    const start = (i % 2) * column + 16;
    const y = Math.floor(i / 2) * 26;
    const at = rtl ? width - start : start;
    const [w, h] = [Number(symbol.getAttribute("width")), Number(symbol.getAttribute("height"))];
    symbol.setAttribute("x", rtl ? at - 20 - w / 2 : at + 20 - w / 2);
    symbol.setAttribute("y", y + 10 - h / 2);
    return [symbol, text(label, { x: rtl ? at - 46 : at + 46, y: y + 15, direction: words.dir, "font-size": 13, fill: "#33404d" })];
  }));
}

// One source a line, from the bottom up.
function sources(words, named, width, bottom) {
  const lines = named.map((source, i) =>
    text(source, { ...sideways(words, width), y: bottom - 15 * (named.length - 1 - i), "font-size": 10.5, fill: "#4a5560" }));
  return svg("g", {}, ...lines);
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
