// Countries shaded by involvement: how many events name them as a party, else how often the text names them.

import { flip } from "./basemap.js";
import { SHADES } from "./symbols.js";

export const codeOf = (feature) => feature.p.country ?? feature.id.replace(/^country:/, "");

function parts(feature, base) {
  const drawn = base.shapes.get(codeOf(feature));
  if (drawn) return drawn.map((rings) => flip(rings));
  const { type, coordinates } = feature.geometry ?? {};
  if (type === "Polygon") return [flip(coordinates)];
  if (type === "MultiPolygon") return coordinates.map((rings) => flip(rings));
  return null;
}

// Three steps by rank, not by value: one country named a hundred times must not whiten all others.
function shade(count, counts) {
  const below = counts.filter((other) => other < count).length / counts.length;
  return SHADES[below < 1 / 3 ? 0 : below < 2 / 3 ? 1 : 2];
}

function labelPoint(feature, base) {
  const label = base.labels.get(codeOf(feature));
  if (label) return [label.lat, label.lon];
  if (feature.geometry?.type === "Point") return [feature.geometry.coordinates[1], feature.geometry.coordinates[0]];
  return null;
}

export function createCountries(app) {
  app.map.createPane("countries").style.zIndex = 250;
  const renderer = L.svg({ pane: "countries", padding: 0.4 });
  const features = app.model.layers.countries;
  const counts = features.map((feature) => feature.p.count || 1);
  const marks = new Map();
  for (const feature of features) {
    const polygons = parts(feature, app.base);
    if (!polygons) continue;
    const fillColor = shade(feature.p.count || 1, counts);
    const style = { renderer, pane: "countries", stroke: false, fillColor, fillOpacity: 1, smoothFactor: 0.7 };
    marks.set(feature, { draw: () => L.polygon(polygons, style), at: labelPoint(feature, app.base) ?? polygons[0][0][0] });
  }
  return { marks };
}
