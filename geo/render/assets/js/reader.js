// The texts beside the map: every sentence an anchor, every mention a plain inline link, so that Arabic letters go on
// joining across it. Nested mentions become flat stretches; each leads to the innermost mark.

import { el, name } from "./dom.js";
import { shown } from "./payload.js";

// [start, end, kind, form, layer, id] -> flat [start, end, mentions], innermost mention first.
export function flatten(mentions, start, end) {
  const inside = mentions.filter((mention) => mention[0] < end && mention[1] > start);
  const cuts = new Set([start, end]);
  for (const [from, to] of inside) {
    cuts.add(Math.max(from, start));
    cuts.add(Math.min(to, end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((to, i) => {
    const from = edges[i];
    const here = inside.filter((mention) => mention[0] <= from && mention[1] >= to);
    return [from, to, here.sort((a, b) => a[1] - a[0] - (b[1] - b[0]))];
  });
}

export function createReader(app, container) {
  const { model, words } = app;
  const body = el("div", { class: "geo-reader-body" });
  const switcher = createSwitcher();
  container.append(switcher ?? "", body);
  let current = null;

  function createSwitcher() {
    if (model.documents.length < 2) return null;
    const options = model.documents.map((source) => el("option", { value: source.id }, source.label));
    const select = el("select", { onchange: () => show(select.value, null, { scroll: false }) }, options);
    return el("label", { class: "geo-switch" }, el("span", {}, words.t("reader.document", { n: model.documents.length })), select);
  }

  function open(source) {
    if (current === source) return;
    current = source;
    if (switcher) Object.assign(switcher.querySelector("select"), { value: source.id, dir: source.dir });
    body.replaceChildren(article(app, source));
    container.scrollTop = 0;
  }

  // Opens the document, lights the sentence, and brings it into view.
  function show(id, sentence = null, { focus = false, scroll = true } = {}) {
    const source = model.documentById.get(id);
    if (!source) return;
    app.showPanel("text");
    open(source);
    for (const lit of body.querySelectorAll(".geo-lit")) lit.classList.remove("geo-lit");
    app.permalink.note({ at: sentence === null ? null : [source.id, sentence] });
    const node = sentence === null ? null : body.querySelector(`[data-sentence="${Number(sentence)}"]`);
    if (!node) return;
    node.classList.add("geo-lit");
    if (scroll) node.scrollIntoView({ block: "center", behavior: app.calm() ? "auto" : "smooth" });
    if (focus) node.focus({ preventScroll: true });
  }

  // Marks which words belong to the open feature.
  function mark(key) {
    for (const node of body.querySelectorAll("a[data-key]")) node.classList.toggle("geo-current", node.dataset.key === key);
  }

  body.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-key]");
    const feature = link && model.byKey.get(link.dataset.key);
    if (!feature) return;
    event.preventDefault();
    app.open(feature, { fly: true });
    mark(feature.key);
  });
  if (model.documents.length) open(model.documents[0]);
  return { show, mark, current: () => current };
}

function article(app, source) {
  const about = [source.published && app.words.date(source.published), source.source].filter(Boolean);
  const content = [];
  let at = 0;
  const rest = (end) => shown(source.slice(at, end));
  source.sentences.forEach(([start, end], index) => {
    if (start > at) content.push(rest(start));
    content.push(sentenceNode(app, source, index, start, end));
    at = end;
  });
  content.push(rest(Infinity));
  return el("article", { lang: source.language, dir: source.dir },
    el("h2", {}, name(source.heading)),
    about.length ? el("p", { class: "geo-about", lang: app.words.language }, about.flatMap((text, i) => [i ? " · " : "", name(text)])) : null,
    el("div", { class: "geo-text" }, content));
}

function sentenceNode(app, source, index, start, end) {
  const number = el("a", { class: "geo-number", href: app.permalink.sentenceHref(source, index), "aria-label": app.words.t("reader.sentence", { n: index + 1 }),
    onclick: (event) => {
      event.preventDefault();
      app.reader.show(source.id, index, { scroll: false });
    } }, app.words.number(index + 1));
  const stretches = flatten(source.mentions, start, end).map((stretch) => stretchNode(app, source, stretch));
  return el("span", { class: "geo-sentence", "data-sentence": index, id: `sentence-${source.index}-${index}`, tabindex: "-1" }, number, stretches);
}

function stretchNode(app, source, [from, to, mentions]) {
  const text = shown(source.slice(from, to));
  if (!mentions.length) return text;
  const linked = mentions.find((mention) => app.model.byKey.has(`${mention[4]}/${mention[5]}`));
  const [, , kind, form] = linked ?? mentions[0];
  const nested = mentions.length > 1 ? " geo-nested" : "";
  const classes = `geo-mention geo-m-${kind} geo-f-${form ?? "name"}${nested}`;
  if (!linked) return el("span", { class: classes, title: app.words.coded("mention", kind) }, text);
  const key = `${linked[4]}/${linked[5]}`;
  const feature = app.model.byKey.get(key);
  const quad = kind === "event" ? feature.p.quad : null;
  return el("a", { class: classes, href: app.permalink.featureHref(feature), "data-key": key, "data-quad": quad, title: app.words.coded("mention", kind) }, text);
}
