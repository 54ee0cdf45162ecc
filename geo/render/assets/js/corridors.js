// Corridors along their real lines: a white casing keeps them readable over land, sea and each other.

import { turned, unwrap } from "./curves.js";
import { TONES } from "./symbols.js";

const PLANNED = new Set(["planned", "proposed"]);

export function lines(geometry) {
  if (geometry?.type === "LineString") return [geometry.coordinates];
  if (geometry?.type === "MultiLineString") return geometry.coordinates;
  if (geometry?.type === "GeometryCollection") return geometry.geometries.flatMap(lines);
  return [];
}

export function corridorDash(p) {
  if (PLANNED.has(p.status)) return "3 7";
  return p.mode === "sea" ? "14 5" : null;
}

export function createCorridors(app) {
  app.map.createPane("corridors").style.zIndex = 420;
  const renderer = L.svg({ pane: "corridors", padding: 0.4 });
  const marks = new Map();
  for (const feature of app.model.layers.corridors) {
    const paths = lines(feature.geometry).map(([[lon, lat], ...rest]) => unwrap([[turned(lon, app.seam), lat], ...rest]).map(([x, y]) => [y, x]));
    if (!paths.length) continue;
    const longest = paths.reduce((best, path) => (path.length > best.length ? path : best));
    marks.set(feature, { draw: () => drawCorridor(feature, paths, renderer), at: longest[Math.floor(longest.length / 2)], along: longest });
  }
  return { marks };
}

function drawCorridor(feature, paths, renderer) {
  const common = { renderer, pane: "corridors", lineJoin: "round", smoothFactor: 1.2, fill: false };
  const casing = L.polyline(paths, { ...common, color: "#ffffff", weight: 7, opacity: 0.9, interactive: false });
  const line = L.polyline(paths, {
    ...common,
    color: TONES.corridor,
    weight: 3.4,
    dashArray: corridorDash(feature.p),
    lineCap: PLANNED.has(feature.p.status) ? "round" : "butt",
  });
  const group = L.layerGroup([casing, line]);
  group.target = line;
  return group;
}
