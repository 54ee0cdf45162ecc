// The payload as the browser uses it: documents with code-point offsets, features by key, days as numbers.

export const LAYERS = ["countries", "relations", "corridors", "places", "events"];
const DAY = 86400000;

// Python counts code points, JavaScript UTF-16 units: a table is needed only when the text leaves the first plane.
export function offsets(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (point) => point;
  const units = [0];
  for (const character of text) units.push(units[units.length - 1] + character.length);
  return (point) => units[Math.min(Math.max(point, 0), units.length - 1)];
}

// Embedding and override controls could turn the words around them back to front: they are kept in the text, not shown.
export function shown(text) {
  return String(text ?? "").replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}

export function dayNumber(iso) {
  const day = iso ? Date.parse(`${iso}T00:00:00Z`) / DAY : NaN;
  return Number.isFinite(day) ? day : null;
}

export function isoDay(number) {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

function readDocument(raw, index) {
  const at = offsets(raw.text);
  const heading = shown(raw.title || firstWords(raw.text));
  return { ...raw, index, at, heading, label: heading, slice: (start, end) => raw.text.slice(at(start), at(end)) };
}

// Texts of one title are told apart by where they come from.
function tellApart(documents) {
  const times = new Map();
  for (const { heading } of documents) times.set(heading, (times.get(heading) ?? 0) + 1);
  for (const one of documents) if (times.get(one.heading) > 1) one.label = `${one.heading} (${shown(one.source || one.id)})`;
}

// A text without a title is called by its first words.
function firstWords(text) {
  const line = text.trim().split("\n", 1)[0];
  return line.length <= 60 ? line : `${line.slice(0, 60).replace(/\s\S*$/, "")}…`;
}

function readFeature(raw, layer) {
  const p = raw.properties;
  const start = dayNumber(p.date_start ?? p.date_end);
  const end = dayNumber(p.date_end ?? p.date_start);
  const times = start === null ? [] : [[start, end]];
  return { layer, id: String(p.id), key: `${layer}/${p.id}`, p, geometry: raw.geometry, start, end, times };
}

// A place has no date of its own: it has those of the events that its sentences tell.
function lendTimes(layers) {
  const told = new Map(); // document -> sentence -> spans of days
  for (const event of layers.events) {
    for (const { document, sentence } of event.p.quotes ?? []) {
      if (!told.has(document)) told.set(document, new Map());
      const here = told.get(document);
      here.set(sentence, [...(here.get(sentence) ?? []), ...event.times]);
    }
  }
  for (const feature of [...layers.places, ...layers.countries, ...layers.corridors, ...layers.blocs]) {
    if (feature.times.length) continue;
    feature.times = joined((feature.p.quotes ?? []).flatMap(({ document, sentence }) => told.get(document)?.get(sentence) ?? []));
  }
}

// Spans of days that touch become one: a state named in ten thousand sentences has few.
export function joined(times) {
  const out = [];
  for (const [start, end] of [...times].sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1];
    if (last && start <= last[1] + 1) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

export const byTime = (a, b) => (a.start ?? Infinity) - (b.start ?? Infinity) || 0;

export function createModel(payload) {
  const documents = payload.documents.map(readDocument);
  tellApart(documents);
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const layers = {};
  const byKey = new Map();
  for (const layer of LAYERS) {
    layers[layer] = (payload.layers[layer]?.features ?? []).map((raw) => readFeature(raw, layer));
    for (const feature of layers[layer]) if (!byKey.has(feature.key)) byKey.set(feature.key, feature);
  }
  const blocs = (payload.layers.blocs?.features ?? []).map((raw) => readFeature(raw, "blocs"));
  for (const bloc of blocs) byKey.set(bloc.key, bloc);
  lendTimes({ ...layers, blocs });
  for (const relation of layers.relations) {
    relation.events = (relation.p.events ?? []).map((id) => byKey.get(`events/${id}`)).filter(Boolean).sort(byTime);
  }
  const events = [...layers.events].sort((a, b) => byTime(a, b) || (a.id < b.id ? -1 : 1));
  return { payload, documents, documentById, layers, blocs, byKey, events, extent: extentOf(layers) };
}

function extentOf(layers) {
  let from = Infinity;
  let to = -Infinity;
  for (const feature of Object.values(layers).flat()) {
    if (feature.start !== null) from = Math.min(from, feature.start);
    if (feature.end !== null) to = Math.max(to, feature.end);
  }
  return from <= to ? { from, to } : null;
}

// A quote is kept as offsets only: its words are cut from the document, so that they cannot differ from it.
export function quoteParts(model, quote) {
  const document = model.documentById.get(quote.document);
  if (!document) return null;
  const [from, to] = quote.mention ?? [quote.start, quote.start];
  const start = Math.min(Math.max(from, quote.start), quote.end);
  const end = Math.min(Math.max(to, start), quote.end);
  return {
    document,
    before: document.slice(quote.start, start),
    marked: document.slice(start, end),
    after: document.slice(end, quote.end),
  };
}
