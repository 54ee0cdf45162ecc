// Relations: one arc a pair of states between their capitals; width by number of events, tone and dash by quad class.

import { el, svg } from "./dom.js";
import { arcs, turned, unwrap } from "./curves.js";
import { lines } from "./corridors.js";
import { DASHES, QUADS, TONES } from "./symbols.js";

const FEW = 60; // arcs

export function seats(geometry) {
  const parts = lines(geometry);
  if (!parts.length) return null;
  const last = parts[parts.length - 1];
  return unwrap([parts[0][0], last[last.length - 1]]);
}

// Counts by quad class of the events that the filter lets through.
export function countsOf(events) {
  const counts = Object.fromEntries(QUADS.map((quad) => [quad, 0]));
  for (const event of events) counts[event.p.quad] += 1;
  return counts;
}

export function dominant(counts) {
  return QUADS.reduce((best, quad) => (counts[quad] > counts[best] ? quad : best), QUADS[0]);
}

export function createRelations(app) {
  app.map.createPane("relations").style.zIndex = 410;
  const renderer = L.svg({ pane: "relations", padding: 0.4 });
  const marks = new Map();
  for (const feature of app.model.layers.relations) {
    const pair = seats(feature.geometry);
    if (!pair) continue;
    const [from, to] = pair.map(([lon, lat]) => [turned(lon, app.seam), lat]);
    const paths = arcs(from, to).map((path) => path.map(([lon, lat]) => [lat, lon]));
    const [first] = paths;
    const ends = paths.length > 1 ? { along: [first[0], paths[1][first.length - 1]] } : {};
    marks.set(feature, { draw: () => drawRelation(app, feature, paths, renderer), at: first[Math.floor(first.length / 2)], changes: true, ...ends });
  }
  return { marks };
}

function drawRelation(app, feature, paths, renderer) {
  const events = app.filter.eventsOf(feature);
  const quad = dominant(countsOf(events));
  // Few arcs may be bold; hundreds must be fine, or they hide each other and the map.
  const fine = Math.min(1, Math.sqrt(FEW / app.model.layers.relations.length));
  const weight = 0.8 + Math.min(1.5 * Math.sqrt(events.length), 8) * fine;
  const common = { renderer, pane: "relations", fill: false, smoothFactor: 0.6, lineCap: "round" };
  const casing = L.polyline(paths, { ...common, color: "#ffffff", weight: weight + 2, opacity: 0.6, interactive: false });
  const line = L.polyline(paths, { ...common, color: TONES[quad], weight, opacity: 0.85, dashArray: DASHES[quad] ?? null });
  const group = L.layerGroup([casing, line, ...paths.flatMap((path) => arrow(app, feature, events, path, TONES[quad]))]);
  group.target = line;
  return group;
}

// An arrowhead where every event of the pair goes the same way, from an actor to a recipient.
function arrow(app, feature, events, path, tone) {
  const ways = new Set(events.map((event) => way(event, feature.p)));
  if (ways.size !== 1 || ways.has(0)) return [];
  const forward = ways.has(1);
  const size = { viewBox: "-9 -9 18 18", width: 18, height: 18 };
  const at = Math.floor(path.length * (forward ? 0.66 : 0.34));
  const [a, b] = [path[at], path[at + (forward ? 1 : -1)]].map((point) => app.map.project(point, 5));
  const angle = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
  const head = svg("path", { d: "M-6 -6 7 0 -6 6Z", fill: tone, stroke: "#fff", "stroke-width": 1.4, transform: `rotate(${angle.toFixed(1)})` });
  const icon = L.divIcon({ className: "geo-icon geo-stem", html: el("div", {}, svg("svg", size, head)), iconSize: [18, 18] });
  return [L.marker(path[at], { icon, pane: "stems", interactive: false, keyboard: false })];
}

const MUTUAL = new Set(["AGREE", "CONSULT", "COOPERATE"]);

// 1: first acts on second; -1: second on first; 0: together.
function way(event, { first, second }) {
  if (MUTUAL.has(event.p.type)) return 0;
  const role = (id) => (event.p.actors ?? []).find((actor) => actor.entity === id)?.role;
  if (role(first) === "actor" && role(second) === "recipient") return 1;
  if (role(second) === "actor" && role(first) === "recipient") return -1;
  return 0;
}
