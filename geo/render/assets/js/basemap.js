// Land, borders and the names of states, from the TopoJSON that travels with the page: nothing is fetched.

export const LAND = { fill: "#f8f6f0", border: "#98a3af", coast: "#8797a5" };
export const COPIES = [-360, 0, 360];

export function flip(rings, shift = 0) {
  return rings.map((ring) => ring.map(([lon, lat]) => [lat, lon + shift]));
}

function decodeArcs({ arcs, transform }) {
  const { scale, translate } = transform;
  return arcs.map((deltas) => {
    let [x, y] = [0, 0];
    return deltas.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

// Countries by code with their rings [lon, lat]; an arc that two of them use is a border, any other a coast.
export function readBasemap(topology) {
  const arcs = decodeArcs(topology);
  const uses = new Array(arcs.length).fill(0);
  const ring = (ids) =>
    ids.flatMap((id, i) => {
      const index = id < 0 ? ~id : id;
      uses[index] += 1;
      const line = id < 0 ? arcs[index].slice().reverse() : arcs[index];
      return i ? line.slice(1) : line;
    });
  const shapes = new Map();
  const arcsOf = new Map();
  for (const geometry of topology.objects.countries.geometries) {
    const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
    arcsOf.set(geometry.id, polygons.flat(2).map((id) => (id < 0 ? ~id : id)));
    shapes.set(geometry.id, polygons.map((rings) => rings.map(ring)));
  }
  const labels = new Map(topology.countries.map((country) => [country.id, country]));
  return {
    shapes,
    arcs,
    arcsOf,
    labels,
    capitals: topology.capitals,
    borders: arcs.filter((_, i) => uses[i] > 1),
    coasts: arcs.filter((_, i) => uses[i] === 1),
  };
}

// Three copies of the world: lines that pass the antimeridian run on over land, not over nothing.
export function drawBasemap(map, base) {
  map.createPane("base").style.zIndex = 200;
  map.createPane("borders").style.zIndex = 300;
  // SVG throughout: a canvas prints as a white sheet over whatever lies below it.
  const land = L.svg({ pane: "base", padding: 0.2 });
  const lines = L.svg({ pane: "borders", padding: 0.2 });
  const still = { interactive: false, smoothFactor: 0.7 };
  for (const shift of COPIES) {
    const polygons = [...base.shapes.values()].flatMap((parts) => parts.map((rings) => flip(rings, shift)));
    L.polygon(polygons, { ...still, renderer: land, pane: "base", stroke: false, fillColor: LAND.fill, fillOpacity: 1 }).addTo(map);
    const line = { ...still, renderer: lines, pane: "borders" };
    L.polyline(flip(base.coasts, shift), { ...line, color: LAND.coast, weight: 0.6 }).addTo(map);
    L.polyline(flip(base.borders, shift), { ...line, color: LAND.border, weight: 0.8, dashArray: "4 2" }).addTo(map);
  }
}
