// Lines between two points: an arc in Mercator for near pairs, where a great circle would look straight and hide
// under its neighbours; the great circle for far ones, where an arc in Mercator would mislead.

const RADIAN = Math.PI / 180;
const FAR = 60; // degrees of arc

function mercator([lon, lat]) {
  return [lon, Math.log(Math.tan(Math.PI / 4 + (Math.max(Math.min(lat, 85), -85) * RADIAN) / 2)) / RADIAN];
}

function latitude(y) {
  return (2 * Math.atan(Math.exp(y * RADIAN)) - Math.PI / 2) / RADIAN;
}

function vector([lon, lat]) {
  return [Math.cos(lat * RADIAN) * Math.cos(lon * RADIAN), Math.cos(lat * RADIAN) * Math.sin(lon * RADIAN), Math.sin(lat * RADIAN)];
}

export function arcDegrees(a, b) {
  const [u, v] = [vector(a), vector(b)];
  return Math.acos(Math.max(-1, Math.min(1, u[0] * v[0] + u[1] * v[1] + u[2] * v[2]))) / RADIAN;
}

// Longitudes follow each other without a jump, beyond 180 if need be: the basemap is drawn there too.
export function unwrap(points) {
  const out = [];
  for (const [lon, lat] of points) {
    const last = out.length ? out[out.length - 1][0] : lon;
    out.push([lon - 360 * Math.round((lon - last) / 360), lat]);
  }
  return out;
}

const GAIN = 20; // degrees that another cut of the world must save before the usual one is left

// Where the world is cut: in the middle of its widest stretch without a mark, so that Tokyo and Lima lie side by side
// when nothing lies west of them. Usually at 180 degrees.
export function seamOf(lons) {
  const sorted = [...new Set(lons)].sort((a, b) => a - b);
  let widest = 360 - (sorted[sorted.length - 1] - sorted[0]) + GAIN;
  let seam = -180;
  for (let i = 1; i < sorted.length; i += 1) {
    const gap = sorted[i] - sorted[i - 1];
    if (gap > widest) [widest, seam] = [gap, sorted[i] - gap / 2];
  }
  return seam;
}

// The same meridian between the cut and 360 degrees east of it.
export const turned = (lon, seam) => lon - 360 * Math.floor((lon - seam) / 360);

// The lines [lon, lat] to draw for the shorter way from a to b, each of which stands where the cut put it: one, or, where
// the way passes the cut, one from either end.
export function arcs(a, b) {
  const path = arc(a, b);
  const off = b[0] - path[path.length - 1][0];
  return Math.abs(off) < 1 ? [path] : [path, path.map(([lon, lat]) => [lon + off, lat])];
}

function bezier(a, b, steps) {
  const [p, q] = [mercator(a), mercator(b)];
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const side = dx >= 0 ? 1 : -1; // always bows towards the pole, whichever end comes first
  const control = [(p[0] + q[0]) / 2 - dy * 0.2 * side, (p[1] + q[1]) / 2 + dx * 0.2 * side];
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const w = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    return [w[0] * p[0] + w[1] * control[0] + w[2] * q[0], latitude(w[0] * p[1] + w[1] * control[1] + w[2] * q[1])];
  });
}

function greatCircle(a, b, steps) {
  const [u, v, angle] = [vector(a), vector(b), arcDegrees(a, b) * RADIAN];
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const [k, l] = [Math.sin((1 - i / steps) * angle) / Math.sin(angle), Math.sin((i / steps) * angle) / Math.sin(angle)];
    const [x, y, z] = [0, 1, 2].map((axis) => k * u[axis] + l * v[axis]);
    return [Math.atan2(y, x) / RADIAN, Math.atan2(z, Math.hypot(x, y)) / RADIAN];
  });
  return unwrap([a, ...points]).slice(1); // from a's own meridian on, which may lie past 180 degrees
}

// Points [lon, lat] in degrees of the line from a to b.
export function arc(a, b, steps = 48) {
  const [from, to] = unwrap([a, b]);
  const far = arcDegrees(from, to);
  if (far > FAR && far < 170) {
    const points = greatCircle(from, to, steps);
    if (points.every(([, lat]) => Math.abs(lat) < 78)) return points;
  }
  return bezier(from, to, steps);
}
