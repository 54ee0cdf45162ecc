// Events: a shape and tone by quad class, each beside its spot and clear of its neighbours, with a line back to it.

import { turned } from "./curves.js";
import { el, svg } from "./dom.js";
import { isVague } from "./filter.js";
import { sides, widthOf } from "./lettering.js";
import { placeRadius, eventSymbol } from "./symbols.js";

const REACH = 24; // pixels that two marks keep from each other
const RINGS = 5; // a stem that is longer no longer shows where it comes from

// Offsets in pixels to try, near ones first; each ring has as many as stand side by side on it.
export const OFFSETS = Array.from({ length: RINGS }, (_, ring) => {
  const radius = 26 + ring * REACH;
  const room = Math.floor((2 * Math.PI * radius) / 26);
  return Array.from({ length: room }, (_, i) => {
    const angle = (2 * Math.PI * i) / room - Math.PI / 2;
    return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
  });
}).flat();

export function createEvents(app) {
  app.map.createPane("stems").style.zIndex = 590;
  app.map.createPane("events").style.zIndex = 620;
  const marks = new Map();
  for (const feature of app.model.events) {
    if (feature.geometry?.type !== "Point") continue;
    const [lon, lat] = feature.geometry.coordinates;
    const mark = { at: [lat, turned(lon, app.seam)], shift: OFFSETS[0] };
    mark.draw = () => drawEvent(feature, mark);
    marks.set(feature, mark);
  }
  return { marks };
}

// Hollow: the place is inferred; ringed: the date is vague; light: scheduled, denied, or only said to be possible.
export function eventLook(feature) {
  const p = feature.p;
  return { hollow: p.basis === "inferred", vague: isVague(feature), unreal: p.tense === "future" || (p.polarity ?? "did") !== "did" };
}

function drawEvent(feature, mark) {
  const html = el("div", { class: "geo-mark" }, eventSymbol(feature.p.quad, eventLook(feature)));
  const icon = L.divIcon({ className: "geo-icon", html, iconSize: [26, 26] });
  const line = svg("line", { x1: 1, y1: 1, stroke: "#4a5560", "stroke-width": 1 });
  const drop = svg("svg", { viewBox: "0 0 2 2", width: 2, height: 2, "aria-hidden": "true" }, line);
  const stemIcon = L.divIcon({ className: "geo-icon geo-stem", html: el("div", {}, drop), iconSize: [2, 2] });
  const stem = L.marker(mark.at, { icon: stemIcon, pane: "stems", interactive: false, keyboard: false });
  const target = L.marker(mark.at, { icon, pane: "events", keyboard: false, riseOnHover: true });
  const group = L.layerGroup([stem, target]);
  group.target = target;
  mark.place = () => {
    const [dx, dy] = mark.shift;
    line.setAttribute("x2", dx + 1);
    line.setAttribute("y2", dy + 1);
    const node = target.getElement();
    if (node) Object.assign(node.style, { marginLeft: `${dx - 13}px`, marginTop: `${dy - 13}px` });
  };
  return group;
}

const NAMED = 12; // places whose names keep their room

// Boxes for the names of the most named places, clear of each other and of all places; the side is kept for the lettering.
function nameRoom(app, shown) {
  const places = shown.filter(([feature]) => feature.layer === "places").sort(([a], [b]) => (b.p.count ?? 0) - (a.p.count ?? 0));
  const boxes = places.map(([feature, mark]) => {
    const { x, y } = app.map.project(mark.at);
    const radius = placeRadius(feature.p.count);
    mark.name = null;
    return [x - radius, y - radius, x + radius, y + radius];
  });
  const names = [];
  for (const [feature, mark] of places.slice(0, NAMED)) {
    const { x, y } = app.map.project(mark.at);
    const half = widthOf({ text: app.words.nameOf(feature.p), size: 13 }) / 2;
    const box = ([dx, dy]) => [x + dx - half, y + dy - 8, x + dx + half, y + dy + 8];
    const free = (one) => ![...boxes, ...names].some((other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1]);
    mark.name = sides(half, placeRadius(feature.p.count) + 12).find((spot) => free(box(spot))) ?? null;
    if (mark.name) names.push(box(mark.name));
  }
  return names;
}

// Finds room for each visible event at this zoom, in the order of time, around places and the events before it.
export function arrange(app) {
  const taken = new Map();
  const cell = (value) => Math.floor(value / REACH);
  const take = (x, y) => {
    const key = `${cell(x)} ${cell(y)}`;
    if (!taken.has(key)) taken.set(key, []);
    taken.get(key).push([x, y]);
  };
  const free = (x, y) => {
    for (const i of [-1, 0, 1]) {
      for (const j of [-1, 0, 1]) {
        const near = taken.get(`${cell(x) + i} ${cell(y) + j}`) ?? [];
        if (near.some(([a, b]) => Math.hypot(a - x, b - y) < REACH)) return false;
      }
    }
    return true;
  };
  const shown = [...app.marks].filter(([feature]) => app.drawn(feature));
  for (const [feature, mark] of shown) {
    if (feature.layer !== "places") continue;
    const { x, y } = app.map.project(mark.at);
    take(x, y);
    const radius = placeRadius(feature.p.count);
    if (radius > 10) for (const [i, j] of [[8, 0], [-8, 0], [0, 8], [0, -8]]) take(x + i, y + j);
  }
  // In a crowd the marks come before the names.
  for (const [left, top, right] of app.crowds.length ? [] : nameRoom(app, shown)) {
    for (let x = left + 4; x < right; x += 14) take(x, top + 6);
  }
  for (const [feature, mark] of shown) {
    if (feature.layer !== "events") continue;
    const { x, y } = app.map.project(mark.at);
    mark.shift = OFFSETS.find(([dx, dy]) => free(x + dx, y + dy)) ?? OFFSETS[OFFSETS.length - 1];
    take(x + mark.shift[0], y + mark.shift[1]);
    mark.place?.();
  }
}
