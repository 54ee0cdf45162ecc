// Events: a shape and tone by quad class, spread around the spot that they share.

import { el, svg } from "./dom.js";
import { isVague } from "./filter.js";
import { eventSymbol } from "./symbols.js";

const RING = 27; // pixels from the shared spot to the first ring, clear of the largest place mark

// Places of a spread in pixels: rings of as many as fit side by side, filled from the top.
export function spread(count) {
  const out = [];
  for (let ring = 1; out.length < count; ring += 1) {
    const radius = RING * ring;
    const room = Math.floor((2 * Math.PI * radius) / 28);
    const here = Math.min(room, count - out.length);
    for (let i = 0; i < here; i += 1) {
      const angle = (2 * Math.PI * i) / Math.max(here, 3) - Math.PI / 2;
      out.push([Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))]);
    }
  }
  return out;
}

export function createEvents(app) {
  app.map.createPane("stems").style.zIndex = 590;
  app.map.createPane("events").style.zIndex = 620;
  const spots = new Map();
  for (const feature of app.model.events) {
    if (feature.geometry?.type !== "Point") continue;
    const spot = feature.geometry.coordinates.map((degree) => degree.toFixed(2)).join();
    if (!spots.has(spot)) spots.set(spot, []);
    spots.get(spot).push(feature);
  }
  const marks = new Map();
  for (const features of spots.values()) {
    const shifts = spread(features.length);
    features.forEach((feature, i) => {
      const [lon, lat] = feature.geometry.coordinates;
      marks.set(feature, { draw: () => drawEvent(feature, [lat, lon], shifts[i]), at: [lat, lon], shift: shifts[i] });
    });
  }
  return { marks };
}

// Hollow: the place is inferred; ringed: the date is vague; light: scheduled, denied, or only said to be possible.
export function eventLook(feature) {
  const p = feature.p;
  return { hollow: p.basis === "inferred", vague: isVague(feature), unreal: p.tense === "future" || (p.polarity ?? "did") !== "did" };
}

function drawEvent(feature, at, [dx, dy]) {
  const symbol = eventSymbol(feature.p.quad, eventLook(feature));
  const html = el("div", { class: "geo-mark" }, symbol);
  const icon = L.divIcon({ className: "geo-icon", html, iconSize: [26, 26], iconAnchor: [13 - dx, 13 - dy] });
  const stem = L.marker(at, { icon: stemIcon(dx, dy), pane: "stems", interactive: false, keyboard: false });
  const mark = L.marker(at, { icon, pane: "events", keyboard: false, riseOnHover: true });
  const group = L.layerGroup([stem, mark]);
  group.target = mark;
  return group;
}

// A thin line back to the spot where the event was.
function stemIcon(dx, dy) {
  const reach = Math.hypot(dx, dy) + 4;
  const size = { viewBox: `${-reach} ${-reach} ${2 * reach} ${2 * reach}`, width: 2 * reach, height: 2 * reach, "aria-hidden": "true" };
  const line = svg("line", { x1: 0, y1: 0, x2: dx, y2: dy, stroke: "#4a5560", "stroke-width": 1 });
  return L.divIcon({ className: "geo-icon geo-stem", html: el("div", {}, svg("svg", size, line)), iconSize: [2 * reach, 2 * reach] });
}
