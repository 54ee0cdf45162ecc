// Countries shaded by involvement: how often the texts name them, in three steps.

import { flip } from "./basemap.js";
import { turned } from "./curves.js";
import { SHADES } from "./symbols.js";

export const codeOf = (feature) => feature.p.country ?? feature.id.replace(/^country:/, "");

// Where the cut is not the usual one, the map shows land past 180 degrees: its shades go on there.
function parts(feature, { base, seam }) {
  const { type, coordinates } = feature.geometry ?? {};
  const own = { Polygon: [coordinates], MultiPolygon: coordinates }[type];
  const polygons = base.shapes.get(codeOf(feature)) ?? own;
  const shifts = seam === -180 ? [0] : [0, 360];
  return polygons ? shifts.flatMap((shift) => polygons.map((rings) => flip(rings, shift))) : null;
}

// Three steps by rank, not by value: one country named a hundred times must not whiten all others.
function step(count, counts) {
  const below = counts.filter((other) => other < count).length / counts.length;
  return below < 1 / 3 ? 0 : below < 2 / 3 ? 1 : 2;
}

const countOf = (feature) => feature.p.count || 1;

// The highest count of each step, for the legend.
export function topCounts(features) {
  const counts = features.map(countOf);
  return SHADES.map((_, i) => Math.max(0, ...counts.filter((count) => step(count, counts) <= i)));
}

function labelPoint(feature, { base, seam }) {
  const label = base.labels.get(codeOf(feature));
  const [lon, lat] = feature.geometry?.type === "Point" ? feature.geometry.coordinates : [];
  const point = label ? [label.lat, label.lon] : [lat, lon];
  return point[0] === undefined ? null : [point[0], turned(point[1], seam)];
}

export function createCountries(app) {
  app.map.createPane("countries").style.zIndex = 250;
  const renderer = L.svg({ pane: "countries", padding: 0.4 });
  const features = app.model.layers.countries;
  const counts = features.map(countOf);
  const marks = new Map();
  for (const feature of features) {
    const polygons = parts(feature, app);
    if (!polygons) continue;
    const fillColor = SHADES[step(countOf(feature), counts)];
    const style = { renderer, pane: "countries", stroke: false, fillColor, fillOpacity: 1, smoothFactor: 0.7 };
    marks.set(feature, { draw: () => L.polygon(polygons, style), at: labelPoint(feature, app) ?? polygons[0][0][0] });
  }
  return { marks };
}
