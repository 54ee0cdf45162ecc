// The events one by one in the order of time, with the arrow keys: map and text follow.

import { el } from "./dom.js";
import { titleOf } from "./popup.js";

export function createStory(app, container) {
  const { words, model, filter } = app;
  if (!model.events.length) return { refresh() {} };
  let at = -1;
  const label = el("span", { class: "geo-story-label", "aria-live": "polite" });
  const back = el("button", { type: "button", "aria-label": words.t("story.back"), onclick: () => step(-1) }, "‹");
  const next = el("button", { type: "button", "aria-label": words.t("story.next"), onclick: () => step(1) }, "›");
  const bar = el("div", { class: "geo-story", role: "group", "aria-label": words.t("story.title") }, back, label, next);
  container.append(bar);

  const told = () => model.events.filter(filter.visible);

  function step(by) {
    const events = told();
    if (!events.length) return;
    at = (at + by + events.length) % events.length;
    const event = events[at];
    app.open(event, { fly: true, text: true, focus: false });
    refresh();
  }

  // Left and right go with the reading direction: forward is where the lines run to.
  bar.addEventListener("keydown", (event) => {
    const forward = words.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    event.preventDefault();
    step(event.key === forward ? 1 : -1);
  });

  function refresh() {
    const events = told();
    if (at >= events.length) at = -1;
    bar.hidden = !events.length;
    label.textContent = at < 0
      ? words.t("story.start", { n: events.length })
      : words.t("story.step", { i: at + 1, n: events.length, title: titleOf(app, events[at]) });
  }
  return { refresh };
}
