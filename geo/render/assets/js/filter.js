// What is shown now: one state for the map, the table, the search and the story.

export function createFilter(model) {
  const state = {
    layers: new Set(["countries", "relations", "corridors", "places", "events"]),
    from: model.extent?.from ?? null,
    to: model.extent?.to ?? null,
    undated: true,
    blocs: new Set(), // ids of those outlined
    quad: "",
    actor: "",
    document: "",
    certain: false,
  };
  const listeners = new Set();

  const inTime = (feature) => {
    if (!model.extent) return true;
    if (!feature.times.length) return state.undated;
    return feature.times.some(([start, end]) => start <= state.to && end >= state.from);
  };
  const inDocument = (feature) => !state.document || (feature.p.quotes ?? []).some((quote) => quote.document === state.document);
  const isCertain = (feature) => {
    const p = feature.p;
    return p.basis !== "inferred" && !p.doubtful && !isVague(feature) && (p.polarity ?? "did") === "did";
  };
  const eventMatches = (event) =>
    inTime(event) &&
    inDocument(event) &&
    (!state.quad || event.p.quad === state.quad) &&
    (!state.actor || actorsOf(event).includes(state.actor)) &&
    (!state.certain || isCertain(event));

  // Asked for by the map, the legend, the table and the story: worked out once a change.
  let known = new Map();
  const once = (feature, find) => {
    if (!known.has(feature)) known.set(feature, find(feature));
    return known.get(feature);
  };
  const passes = (feature) => (feature.layer === "relations" ? eventsOf(feature).length > 0 : once(feature, matches));

  function matches(feature) {
    if (feature.layer === "events") return eventMatches(feature);
    // Places and lines are named by the text whatever happened there: they follow time, text and certainty only.
    return inTime(feature) && inDocument(feature) && (!state.certain || isCertain(feature));
  }
  const eventsOf = (relation) => once(relation, () => relation.events.filter(passes));

  return {
    state,
    eventsOf,
    visible: (feature) => (feature.layer === "blocs" ? state.blocs.has(feature.id) : state.layers.has(feature.layer)) && passes(feature),
    passes,
    set(change) {
      Object.assign(state, change);
      known = new Map();
      for (const listener of listeners) listener(state);
    },
    onChange: (listener) => listeners.add(listener),
  };
}

export function isVague(feature) {
  const flags = feature.p.date_flags ?? [];
  return flags.includes("vague") || /[~?%X]/.test(feature.p.date ?? "");
}

export function actorsOf(event) {
  return (event.p.actors ?? []).map((actor) => (typeof actor === "string" ? actor : actor.entity));
}
