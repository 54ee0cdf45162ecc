// The pop-up: what the mark is, what speaks against it, the words that say so, and the way into the text.

import { el, name, safeLink } from "./dom.js";
import { isVague } from "./filter.js";
import { quoteParts, shown } from "./payload.js";
import { countsOf } from "./relations.js";
import { eventSymbol, QUADS } from "./symbols.js";

export function popupContent(app, feature) {
  const { words } = app;
  const parts = feature.layer === "relations" ? relationParts(app, feature) : featureParts(app, feature);
  return el("article", { class: "geo-popup", dir: words.dir, lang: words.language, "data-key": feature.key }, ...parts);
}

export function titleOf(app, feature) {
  return feature.layer === "events" ? eventTitle(app, feature) : app.words.nameOf(feature.p);
}

// An event has no name of its own: its kind and its parties.
function eventTitle({ words }, { p }) {
  const parties = (p.actors ?? []).map((actor) => words.nameOf(actor)).join(words.t("list.and"));
  return words.t("event.title", { kind: words.has(`mode.${p.mode}`) ? words.t(`mode.${p.mode}`) : words.coded("type", p.type), parties });
}

function heading(app, feature) {
  return el("h2", { class: "geo-popup-title", tabindex: "-1" }, name(titleOf(app, feature)));
}

function featureParts(app, feature) {
  return [
    heading(app, feature),
    el("p", { class: "geo-popup-kind" }, facts(app, feature)),
    people(app, feature),
    members(app, feature),
    doubts(app, feature),
    issues(app, feature),
    feature.layer === "events" && feature.p.quotes?.length > 1 ? el("p", { class: "geo-tellings" }, app.words.t("popup.tellings", { n: feature.p.quotes.length })) : null,
    ...quotes(app, feature),
    reasons(app, feature),
    correctButtons(app, feature),
    feature.p.gazetteer ? el("p", { class: "geo-source" }, safeLink(feature.p.gazetteer, app.words.t("popup.gazetteer"))) : null,
  ];
}

// An app can take corrections; a page cannot.
function correctButtons(app, feature) {
  const { words, options } = app;
  if (!options.onCorrect) return null;
  const button = (label, act) => el("button", { type: "button", class: `geo-${label}`, onclick: act }, words.t(`popup.${label}`));
  const movable = options.onMove && feature.layer === "places" && app.marks.has(feature);
  return el("p", { class: "geo-corrections" }, button("correct", () => options.onCorrect(feature.key)),
    movable ? button("move", () => app.placing.start(feature)) : null);
}

function facts({ words }, feature) {
  const p = feature.p;
  const out = [];
  if (feature.layer === "events") out.push(words.coded("type", p.type), words.coded("quad", p.quad));
  else if (p.kind) out.push(words.coded("kind", p.kind));
  if (p.count && feature.layer !== "events") out.push(words.t("popup.count", { n: p.count }));
  if (p.status) out.push(words.coded("status", p.status));
  if (p.branch) out.push(words.t("popup.branch", { branch: p[`branch_${words.language}`] ?? p.branch }));
  if (p.mode && feature.layer === "corridors") out.push(words.coded("way", p.mode));
  if (feature.layer === "events") out.push(...standing(words, p));
  const date = p.date && words.date(p.date);
  return [...out, date].filter(Boolean).flatMap((text, i) => (i ? [" · ", name(text)] : [name(text)]));
}

// Whether it happened: what a reader must know before anything else.
function standing(words, p) {
  if (p.polarity === "did not") return [words.t("popup.did_not")];
  if (p.polarity === "may") return [words.t("popup.may")];
  return ["future", "present"].includes(p.tense) ? [words.t(`popup.${p.tense}`)] : [];
}

// Who stood for a party, as far as the text says.
function people({ words }, feature) {
  const named = feature.layer === "events" ? (feature.p.actors ?? []).filter((actor) => actor.people?.length) : [];
  if (!named.length) return null;
  const list = (actor) => actor.people.map((person) => (typeof person === "string" ? shown(person) : words.nameOf(person))).join(words.t("list.comma"));
  return el("p", { class: "geo-people" }, named.map((actor) => el("span", {}, name(list(actor)), " (", name(words.nameOf(actor)), ") ")));
}

// The states of a bloc, by their names on the map.
function members({ words, base }, feature) {
  if (feature.layer !== "blocs") return null;
  const named = feature.p.members.map((code) => base.labels.get(code)?.[words.language] ?? code);
  return el("p", { class: "geo-people" }, words.t("bloc.list", { names: named.sort((a, b) => a.localeCompare(b, words.language)).join(words.t("list.comma")) }));
}

// Each doubt in words: what the mark does not know, and why it is drawn all the same.
export function doubtsOf({ words }, feature) {
  const p = feature.p;
  const flags = p.date_flags ?? [];
  const place = p.place_name ? words.nameOf(p.place_name) : words.nameOf(p);
  const out = [];
  if (p.basis === "inferred") out.push(words.t(p.precision === "country" ? "doubt.capital" : "doubt.inferred", { place }));
  if (p.basis === "inherited") out.push(words.t("doubt.inherited"));
  if (["region", "admin"].includes(p.precision) && feature.layer !== "corridors") out.push(words.t("doubt.area"));
  if (p.precision === "country" && ["stated", "corrected"].includes(p.basis) && feature.layer !== "countries") out.push(words.t("doubt.country"));
  if (isVague(feature)) out.push(words.t("doubt.vague"));
  for (const flag of ["relative", "inherited", "conflict"]) if (flags.includes(flag)) out.push(words.t(`doubt.date_${flag}`));
  if (feature.layer === "events" && !feature.geometry) out.push(words.t("doubt.unplaced"));
  if (feature.layer === "events" && !p.date) out.push(words.t("doubt.undated"));
  if (p.polarity === "may") out.push(words.t("doubt.may"));
  if (p.polarity === "did not") out.push(words.t("doubt.did_not"));
  if (p.schematic) out.push(words.t("doubt.schematic"));
  if (p.doubtful) out.push(words.t("doubt.weak"));
  if (p.corrected) out.push(words.t("doubt.corrected"));
  return out;
}

function doubts(app, feature) {
  const found = doubtsOf(app, feature);
  return found.length ? el("ul", { class: "geo-doubts" }, found.map((text) => el("li", {}, text))) : null;
}

// Words that disagree, side by side as the texts have them.
function issues(app, feature) {
  const about = (app.model.payload.issues ?? []).filter((issue) => (issue.about ?? []).includes(feature.id));
  // The same issue may come with the feature and with the map.
  const found = [...new Map([...(feature.p.issues ?? []), ...about].map((issue) => [`${issue.kind} ${issue.message}`, issue])).values()];
  if (!found.length) return null;
  return el("div", { class: "geo-issues", role: "note" }, found.map((issue) => issueNode(app, issue, feature)));
}

function issueNode(app, issue, feature) {
  const { words, model } = app;
  const source = model.documentById.get(issue.document);
  const title = el("strong", {}, words.coded("issue", issue.kind));
  // Two stretches of one text are quoted; readings of two tellings come as "one / other" in the message.
  if (source && issue.spans?.length > 1) {
    const quoted = issue.spans.map(([start, end]) => el("li", {}, el("b", { lang: source.language, dir: source.dir }, shown(source.slice(start, end)))));
    return el("div", {}, title, el("ul", { class: "geo-versus" }, quoted));
  }
  const readings = shown(issue.message).split(" / ");
  if (readings.length !== 2) return el("div", {}, title, " ", el("bdi", {}, shown(issue.message)));
  const tellings = sides(issue, feature);
  const side = (text, i) => el("li", {}, el("b", {}, name(issue.kind === "date_conflict" ? words.date(text) : text)), tellings[i] ? sentenceLink(app, tellings[i], feature, "popup.reading") : null);
  return el("div", {}, title, el("ul", { class: "geo-versus" }, readings.map(side)));
}

// The two tellings that differ: the one that the issue was found in is the second.
function sides({ document, spans = [] }, { p }) {
  const quotes = p.quotes ?? [];
  const [start] = spans[0] ?? [];
  const second = quotes.find((quote) => quote.document === document && (start === undefined || (quote.start <= start && start < quote.end)));
  return [quotes.find((quote) => quote !== second), second];
}

const FEW = 3;

function quotes(app, feature) {
  const told = (feature.p.quotes ?? []).filter((quote) => app.model.documentById.has(quote.document));
  const nodes = (some) => some.map((quote) => quoteNode(app, quote, feature));
  const rest = told.slice(FEW);
  if (!rest.length) return nodes(told);
  // A state may be named in hundreds of sentences: the rest is made when asked for.
  const more = el("details", { ontoggle: () => more.children.length > 1 || more.append(...nodes(rest)) }, el("summary", {}, app.words.t("popup.more", { n: rest.length })));
  return [...nodes(told.slice(0, FEW)), more];
}

export function quoteNode(app, quote, feature) {
  const parts = quoteParts(app.model, quote);
  if (!parts) return null;
  const { document: source } = parts;
  const text = el("p", { lang: source.language, dir: source.dir }, shown(parts.before), el("mark", {}, shown(parts.marked)), shown(parts.after));
  return el("blockquote", { class: "geo-quote" }, text, el("footer", {}, sentenceLink(app, quote, feature, "popup.to_sentence", "geo-to-sentence")));
}

function sentenceLink(app, quote, feature, label, className = null) {
  const source = app.model.documentById.get(quote.document);
  const go = (event) => {
    event.preventDefault();
    app.reader.show(source.id, quote.sentence, { focus: true, key: feature?.key });
  };
  return el("a", { href: app.permalink.sentenceHref(source, quote.sentence), class: className, onclick: go },
    app.words.t(label, { document: source.label, n: quote.sentence + 1 }));
}

function reasons(app, feature) {
  const { words, model } = app;
  const { why = [], candidates = [], rule } = feature.p;
  if (!why.length && candidates.length < 2 && !rule) return null;
  const rows = candidates.map((candidate) => {
    const [id, score, because] = Array.isArray(candidate) ? candidate : [candidate.entity, candidate.score, candidate.why];
    const title = candidate.name ? words.nameOf(candidate) : id;
    return el("li", {}, name(title), ` ${words.number(Math.round(score * 100))}%`, because?.length ? [" (", ...phrases(app, [because].flat()), ")"] : null);
  });
  return el("details", { class: "geo-why" }, el("summary", {}, words.t("popup.why")),
    why.length ? el("p", {}, phrases(app, why)) : null,
    rows.length > 1 ? el("ol", {}, rows) : null,
    rule ? el("p", {}, words.t("popup.rule"), " ", el("code", {}, shown(rule))) : null,
    feature.p.score ? el("p", {}, words.t("popup.score", { n: Math.round(feature.p.score * 100) })) : null);
}

// Reasons in the interface's language; one that we have no words for stays English, and is marked as such.
export function phrases({ words, model, base }, why) {
  const named = (english) => localName(words, model, base, english);
  const told = why.map((text) => words.reason(text, named) ?? el("bdi", { lang: "en", dir: "ltr" }, shown(text)));
  return told.flatMap((node, i) => (i ? [words.t("list.semicolon"), node] : [node]));
}

// The name that the interface has for what a reason calls by its English name.
function localName(words, model, base, english) {
  const row = [...base.labels.values(), ...base.capitals].find((one) => one.en === english);
  if (row) return row[words.language] ?? english;
  model.byEnglish ??= new Map(Object.values(model.layers).flat().filter(({ p }) => p.name_en).map(({ p }) => [p.name_en, p]));
  const p = model.byEnglish.get(english);
  return p ? words.nameOf(p) : english;
}

function relationParts(app, feature) {
  const { words, filter } = app;
  const events = filter.eventsOf(feature);
  const counts = countsOf(events);
  const tally = QUADS.filter((quad) => counts[quad]).map((quad) =>
    el("li", {}, eventSymbol(quad), el("span", {}, words.coded("quad", quad)), el("b", {}, words.number(counts[quad]))));
  return [
    heading(app, feature),
    el("p", { class: "geo-popup-kind" }, words.t("popup.events", { n: events.length })),
    el("ul", { class: "geo-tally" }, tally),
    eventList(app, events),
  ];
}

// A list that is no feature's: under its own heading.
export function listed(title, content, words) {
  return el("section", { dir: words.dir, lang: words.language }, el("h2", { class: "geo-popup-title", tabindex: "-1" }, title), content);
}

// Events as a list of buttons, each opening its own pop-up.
export function eventList(app, events) {
  const { words } = app;
  const when = (event) => (event.p.date ? words.date(event.p.date) : words.t("undated"));
  const row = (event) => el("li", {}, el("button", { type: "button", onclick: () => app.open(event) },
    eventSymbol(event.p.quad), el("span", {}, name(titleOf(app, event)), el("small", {}, when(event)))));
  return el("ol", { class: "geo-event-list", dir: words.dir }, events.map(row));
}
