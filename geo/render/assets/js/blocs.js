// Blocs that the texts name: on demand an outline around all members together, one dash and tone each.

import { COPIES, flip } from "./basemap.js";
import { turned } from "./curves.js";
import { BLOCS } from "./symbols.js";

// The arcs that exactly one member uses: the outer edge, with the borders between members left out.
export function outline(base, members) {
  const uses = new Map();
  for (const code of members) for (const arc of base.arcsOf.get(code) ?? []) uses.set(arc, (uses.get(arc) ?? 0) + 1);
  return [...uses].filter(([, n]) => n === 1).map(([arc]) => base.arcs[arc]);
}

export const blocLook = (app, feature) => BLOCS[app.model.blocs.indexOf(feature) % BLOCS.length];

// Where its pop-up stands: at the label of its first member that has one.
export function blocPoint(app, feature) {
  const label = feature.p.members.map((code) => app.base.labels.get(code)).find(Boolean);
  return label ? [label.lat, turned(label.lon, app.seam)] : null;
}

export function createBlocs(app) {
  app.map.createPane("blocs").style.zIndex = 350;
  const renderer = L.svg({ pane: "blocs", padding: 0.4 });
  const drawn = new Map();

  function draw(feature) {
    const rings = outline(app.base, feature.p.members);
    const paths = COPIES.flatMap((shift) => flip(rings, shift));
    const { tone, dash } = blocLook(app, feature);
    const common = { renderer, pane: "blocs", fill: false, interactive: false, smoothFactor: 0.7 };
    return L.layerGroup([
      L.polyline(paths, { ...common, color: "#ffffff", weight: 6, opacity: 0.85 }),
      L.polyline(paths, { ...common, color: tone, weight: 2.8, dashArray: dash, lineCap: "butt" }),
    ]);
  }

  function refresh() {
    for (const feature of app.model.blocs) {
      const wanted = app.filter.state.blocs.has(feature.id);
      if (wanted && !drawn.has(feature)) drawn.set(feature, draw(feature).addTo(app.map));
      if (!wanted && drawn.has(feature)) {
        drawn.get(feature).remove();
        drawn.delete(feature);
      }
    }
  }
  return { refresh };
}
