// Two thumbs over all layers, a histogram of the events beneath them, play, and what has no date.

import { el } from "./dom.js";
import { isoDay } from "./payload.js";
import { createScale } from "./timescale.js";

const BINS = 60;
const FRAME = 700; // milliseconds between two steps of play
const FRAMES = 40; // of the whole range

export function createTime(app, container) {
  const { model, words, filter } = app;
  if (!model.extent) return { refresh() {} };
  const { from, to } = model.extent;
  const dated = model.events.filter((event) => event.start !== null);
  const scale = createScale(dated.map((event) => (event.start + event.end) / 2), model.extent);
  const low = thumb("time.from", 0);
  const high = thumb("time.to", scale.last);
  const output = el("output", { class: "geo-range", dir: words.dir, "aria-live": "polite" });
  const play = el("button", { type: "button", class: "geo-play", onclick: () => (timer ? stop() : start()) }, words.t("time.play"));
  const undated = el("input", { type: "checkbox", checked: true, onchange: () => filter.set({ undated: undated.checked }) });
  const track = el("div", { class: "geo-track", dir: "ltr", role: "group", "aria-label": words.t("time.title") }, histogram(), el("div", { class: "geo-rail" }), low, high, ticks());
  container.append(play, track, output, el("label", { class: "geo-undated" }, undated, el("span", {}, words.t("time.undated"))));
  let timer = null;

  function thumb(label, value) {
    return el("input", { type: "range", min: 0, max: scale.last, step: 1, value, "aria-label": words.t(label), oninput: moved });
  }

  function moved(event) {
    stop();
    // The thumbs push each other: a range never turns over.
    const [a, b] = [low, high].map((input) => scale.day(Number(input.value)));
    if (a > b) filter.set(event.target === low ? { from: a, to: a } : { from: b, to: b });
    else filter.set({ from: a, to: b });
  }

  function histogram() {
    const bins = new Array(BINS).fill(0);
    const bin = (day) => Math.min(Math.floor((scale.step(day) / (scale.last + 1)) * BINS), BINS - 1);
    for (const event of dated) {
      const [a, b] = [bin(event.start), bin(event.end)];
      // A vague date spreads over all the days it may mean: one event keeps the weight of one.
      for (let i = a; i <= b; i += 1) bins[i] += 1 / (b - a + 1);
    }
    const most = Math.max(...bins, 1);
    return el("div", { class: "geo-histogram", "aria-hidden": "true" }, bins.map((n, i) => {
      const bar = el("i", { class: scale.pressed(((i + 0.5) / BINS) * scale.last) ? "geo-pressed" : null });
      bar.style.height = `${n ? Math.max((n / most) * 100, 7) : 0}%`;
      return bar;
    }));
  }

  // Where the scale changes, the track says when.
  function ticks() {
    if (!scale.breaks.length) return null;
    container.classList.add("geo-uneven");
    container.title = words.t("time.pressed");
    return el("div", { class: "geo-ticks", "aria-hidden": "true" }, [from, ...scale.breaks, to].map((day, i, all) => {
      const outer = i === 0 || i === all.length - 1;
      const before = (scale.step(day) / scale.last) < 0.5;
      const mark = el("span", { class: `${before ? "geo-first" : "geo-last"}${outer ? " geo-outer" : ""}` }, words.date(isoDay(day).slice(0, outer ? 4 : 7)));
      mark.style.left = `${(scale.step(day) / scale.last) * 100}%`;
      return mark;
    }));
  }

  function start() {
    const { state } = filter;
    const [a, b] = [scale.step(state.from), scale.step(state.to)];
    const whole = b - a >= scale.last;
    const by = Math.max(Math.round(scale.last / FRAMES), 1);
    if (whole || state.to >= to) filter.set(whole ? { to: from } : { from, to: scale.day(b - a) });
    play.textContent = words.t("time.pause");
    output.setAttribute("aria-live", "off"); // every step would be read out
    timer = setInterval(() => {
      if (state.to >= to) return stop();
      const next = scale.step(state.to) + by;
      // With the whole range the past stays; a narrower window slides.
      filter.set({ to: next >= scale.last ? to : scale.day(next), from: whole ? from : scale.day(Math.min(scale.step(state.from) + by, scale.last - (b - a))) });
    }, FRAME);
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    output.setAttribute("aria-live", "polite");
    play.textContent = words.t("time.play");
  }

  function refresh() {
    const { state } = filter;
    const [first, last] = [scale.step(state.from), scale.step(state.to)];
    low.value = first;
    high.value = last;
    const [a, b] = [words.date(isoDay(state.from)), words.date(isoDay(state.to))];
    low.setAttribute("aria-valuetext", a);
    high.setAttribute("aria-valuetext", b);
    output.textContent = words.t("date.range", { from: a, to: b });
    undated.checked = state.undated;
    const share = (step) => `${(step / Math.max(scale.last, 1)) * 100}%`;
    track.style.setProperty("--from", share(first));
    track.style.setProperty("--to", share(last));
    track.querySelectorAll("i").forEach((bar, i) => {
      const at = ((i + 0.5) / BINS) * scale.last;
      bar.classList.toggle("geo-out", at < first || at > last);
    });
  }
  return { refresh, stop: () => stop() };
}
