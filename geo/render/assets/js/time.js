// Two thumbs over all layers, a histogram of the events beneath them, play, and what has no date.

import { el } from "./dom.js";
import { isoDay } from "./payload.js";

const BINS = 60;
const FRAME = 700; // milliseconds between two steps of play

export function createTime(app, container) {
  const { model, words, filter } = app;
  if (!model.extent) return { refresh() {} };
  const { from, to } = model.extent;
  const low = thumb("time.from", from);
  const high = thumb("time.to", to);
  const output = el("output", { class: "geo-range", dir: words.dir, "aria-live": "polite" });
  const play = el("button", { type: "button", class: "geo-play", onclick: () => (timer ? stop() : start()) }, words.t("time.play"));
  const undated = el("input", { type: "checkbox", checked: true, onchange: () => filter.set({ undated: undated.checked }) });
  const track = el("div", { class: "geo-track", dir: "ltr", role: "group", "aria-label": words.t("time.title") }, histogram(), el("div", { class: "geo-rail" }), low, high);
  container.append(play, track, output, el("label", { class: "geo-undated" }, undated, el("span", {}, words.t("time.undated"))));
  let timer = null;

  function thumb(label, value) {
    return el("input", { type: "range", min: from, max: to, step: 1, value, "aria-label": words.t(label), oninput: moved });
  }

  function moved(event) {
    stop();
    // The thumbs push each other: a range never turns over.
    const [a, b] = [Number(low.value), Number(high.value)];
    if (a > b) filter.set(event.target === low ? { from: a, to: a } : { from: b, to: b });
    else filter.set({ from: a, to: b });
  }

  function histogram() {
    const bins = new Array(BINS).fill(0);
    const bin = (day) => Math.min(Math.floor(((day - from) / Math.max(to - from + 1, 1)) * BINS), BINS - 1);
    for (const event of model.events) {
      if (event.start === null) continue;
      const [a, b] = [bin(event.start), bin(event.end)];
      // A vague date spreads over all the days it may mean: one event keeps the weight of one.
      for (let i = a; i <= b; i += 1) bins[i] += 1 / (b - a + 1);
    }
    const most = Math.max(...bins, 1);
    return el("div", { class: "geo-histogram", "aria-hidden": "true" }, bins.map((n) => {
      const bar = el("i");
      bar.style.height = `${n ? Math.max((n / most) * 100, 7) : 0}%`;
      return bar;
    }));
  }

  function start() {
    const width = filter.state.to - filter.state.from;
    const whole = width >= to - from;
    const step = Math.max(Math.round((to - from) / 40), 1);
    if (whole || filter.state.to >= to) filter.set(whole ? { to: from } : { from, to: from + width });
    play.textContent = words.t("time.pause");
    timer = setInterval(() => {
      if (filter.state.to >= to) stop();
      // With the whole range the past stays; a narrower window slides.
      else filter.set({ to: Math.min(filter.state.to + step, to), from: whole ? from : Math.min(filter.state.from + step, to - width) });
    }, FRAME);
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    play.textContent = words.t("time.play");
  }

  function refresh() {
    const { state } = filter;
    low.value = state.from;
    high.value = state.to;
    const [a, b] = [words.date(isoDay(state.from)), words.date(isoDay(state.to))];
    low.setAttribute("aria-valuetext", a);
    high.setAttribute("aria-valuetext", b);
    output.textContent = words.t("date.range", { from: a, to: b });
    undated.checked = state.undated;
    const share = (day) => `${((day - from) / Math.max(to - from, 1)) * 100}%`;
    track.style.setProperty("--from", share(state.from));
    track.style.setProperty("--to", share(state.to));
    const bars = track.querySelectorAll("i");
    bars.forEach((bar, i) => {
      const day = from + ((i + 0.5) / BINS) * (to - from);
      bar.classList.toggle("geo-out", day < state.from || day > state.to);
    });
  }
  return { refresh, stop: () => stop() };
}
