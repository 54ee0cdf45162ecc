// Names on the map, placed greedily from the most to the least needed and left out where they would collide.

import { codeOf } from "./countries.js";
import { turned } from "./curves.js";
import { el } from "./dom.js";
import { placeRadius } from "./symbols.js";

const LONG = 24; // letters that stand on one line
const WIDTH = 7; // pixels of an average letter at 13 px, generous: a gap is better than an overlap

// Each: {text, at: [lat, lon], class, dx, dy, zoom, size}; earlier ones win the room.
function wanted(app) {
  const { words, model, base } = app;
  const out = [];
  const named = new Set();
  const places = model.layers.places.filter(app.drawn).sort((a, b) => (b.p.count ?? 0) - (a.p.count ?? 0));
  for (const feature of places) {
    const { at, name: kept } = app.marks.get(feature) ?? {};
    if (!at) continue;
    const text = words.nameOf(feature.p);
    named.add(text);
    out.push({ text, at, class: "geo-name-place", dy: placeRadius(feature.p.count) + 12, size: 13, zoom: 0, moves: true, kept });
  }
  out.push(...corridorNames(app));
  out.push(...countryNames(app));
  for (const capital of base.capitals) {
    const text = capital[words.language] ?? capital.en;
    if (!named.has(text)) out.push({ text, at: [capital.lat, capital.lon], class: "geo-name-capital", dy: -10, size: 11, zoom: 4.25, dot: true, base: true });
  }
  return out;
}

// States that the texts speak of first, then by the room that the atlas gives them.
function countryNames({ base, words, model, filter }) {
  const involved = new Set(model.layers.countries.filter(filter.passes).map(codeOf));
  const order = [...base.labels.values()].sort((a, b) => involved.has(b.id) - involved.has(a.id) || a.rank - b.rank);
  return order.map((country) => {
    const strong = involved.has(country.id);
    return {
      text: country[words.language] ?? country.en,
      at: [country.lat, country.lon],
      class: strong ? "geo-name-country geo-involved" : "geo-name-country",
      dy: 0,
      size: strong ? 13 : 12,
      zoom: strong ? country.rank - 2 : country.rank,
      base: true,
    };
  });
}

function corridorNames(app) {
  const out = [];
  for (const feature of app.model.layers.corridors.filter(app.filter.visible)) {
    const text = wrapped(app.words.nameOf(feature.p));
    const along = app.marks.get(feature)?.along;
    if (!along) continue;
    // One name for all branches, wherever along them there is room.
    const before = out.find((label) => label.text === text);
    const spots = [0.5, 0.3, 0.7, 0.15, 0.85].map((share) => along[Math.floor(share * (along.length - 1))]);
    if (before) before.spots.push(...spots);
    else out.push({ text, at: spots[0], spots, class: "geo-name-corridor", dy: text.includes("\n") ? -20 : -12, size: 12, zoom: 2.5 });
  }
  return out;
}

export function createLettering(app) {
  const pane = app.map.createPane("lettering");
  pane.style.zIndex = 450;
  pane.classList.add("geo-lettering");
  pane.setAttribute("aria-hidden", "true");

  function refresh() {
    ready = true;
    const zoom = app.map.getZoom();
    const view = app.map.getPixelBounds();
    const taken = occupied(app, view);
    const nodes = [];
    const middle = app.map.getCenter().lng - 180;
    for (const label of wanted(app)) {
      if (zoom < label.zoom) continue;
      if (label.base) label.at = [label.at[0], turned(label.at[1], middle)]; // of the copies of the world, the one in sight
      const spot = tries(label).find((one) => fits(boxOf(app, one, view), view, taken));
      if (!spot) continue;
      taken.push(boxOf(app, spot, view));
      nodes.push(draw(app, spot));
    }
    pane.replaceChildren(...nodes);
  }
  let ready = false; // before the first refresh nothing is known to be drawn
  app.map.on("moveend", () => ready && refresh());
  return { refresh };
}

// A long name on two lines, parted at the space nearest to its middle.
export function wrapped(text) {
  if (text.length <= LONG) return text;
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  return middle === undefined ? text : `${text.slice(0, middle)}\n${text.slice(middle + 1)}`;
}

export function widthOf(label) {
  const longest = Math.max(...label.text.split("\n").map((line) => line.length));
  return (longest * WIDTH * label.size) / 13;
}

// Below the mark, else above it, else at its sides; a line's name above or below some point of it.
function tries(label) {
  if (label.spots) return label.spots.flatMap((at) => [{ ...label, at }, { ...label, at, dy: -label.dy }]);
  if (!label.moves) return [label];
  const spots = sides(widthOf(label) / 2, label.dy);
  return (label.kept ? [label.kept, ...spots] : spots).map(([dx, dy]) => ({ ...label, dx, dy }));
}

// Offsets of a name's middle: below, above, beside, then aslant.
export function sides(half, dy) {
  const side = dy - 4 + half;
  const aslant = [0.5 * side, -0.5 * side, 0.9 * side, -0.9 * side].flatMap((dx) => [[dx, dy], [dx, -dy]]);
  return [[0, dy], [0, -dy], [side, 0], [-side, 0], ...aslant];
}

function fits(box, view, taken) {
  const { x: width, y: height } = view.getSize();
  if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height) return false;
  return !taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
}

function boxOf(app, label, view) {
  const point = app.map.project(label.at).subtract(view.min);
  const half = widthOf(label) / 2;
  const rise = label.size * 0.75 * label.text.split("\n").length;
  const [x, y] = [point.x + (label.dx ?? 0), point.y + label.dy];
  return [x - half, y - rise, x + half, y + rise];
}

// The marks themselves take room before any name does.
function occupied(app, view) {
  const boxes = app.crowds.map(({ at, reach }) => {
    const { x, y } = app.map.project(at).subtract(view.min);
    return [x - reach, y - reach, x + reach, y + reach];
  });
  for (const at of app.dots.map((feature) => app.marks.get(feature).at)) {
    const { x, y } = app.map.project(at).subtract(view.min);
    boxes.push([x - 3, y - 3, x + 3, y + 3]);
  }
  for (const [feature, mark] of app.marks) {
    if (!["events", "places"].includes(feature.layer) || !app.drawn(feature)) continue;
    const point = app.map.project(mark.at).subtract(view.min).add(mark.shift ?? [0, 0]);
    const reach = feature.layer === "places" ? placeRadius(feature.p.count) : 11;
    boxes.push([point.x - reach, point.y - reach, point.x + reach, point.y + reach]);
  }
  return boxes;
}

function draw(app, label) {
  const point = app.map.latLngToLayerPoint(label.at);
  const node = el("span", { class: `geo-name ${label.class}`, dir: "auto" }, label.text);
  node.style.transform = `translate(${Math.round(point.x + (label.dx ?? 0))}px, ${Math.round(point.y + label.dy)}px) translate(-50%, -50%)`;
  if (!label.dot) return node;
  const dot = el("span", { class: "geo-capital-dot" });
  dot.style.transform = `translate(${Math.round(point.x - 2)}px, ${Math.round(point.y - 2)}px)`;
  return el("span", {}, node, dot);
}
