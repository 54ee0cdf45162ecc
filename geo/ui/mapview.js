// The door between Streamlit and the renderer, joined behind the renderer's own script (see mapview.py).

// The doors back to the app change with each run; the map asks the holder for those of now.
export default function ({ parentElement, data, setTriggerValue }) {
  const holder = holderIn(parentElement, data);
  holder.tell = setTriggerValue;
  if (data.kind === "picker") pick(holder, data);
  else draw(holder, data);
}

function holderIn(parent, data) {
  let holder = parent.querySelector("[data-geo-map]");
  if (!holder) {
    holder = document.createElement("div");
    holder.dataset.geoMap = "";
    holder.style.height = data.height + "px";
    parent.appendChild(holder);
  }
  return holder;
}

function draw(holder, data) {
  if (holder.dataset.version === data.version) return;
  holder.dataset.version = data.version;
  const seen = holder.drawn?.app.permalink.href();
  const focused = document.activeElement;
  const tell = (name) => (value) => holder.tell(name, value);
  holder.drawn = mount(holder, data.payload, {
    permalink: false,
    onCorrect: tell("correct"),
    onSelect: tell("select"),
    onMove: (entity, { lat, lng }) => holder.tell("move", { entity, lat, lon: lng }),
  });
  if (seen) {
    holder.drawn.app.permalink.restore(seen);
    focused?.focus?.({ preventScroll: true });
  }
}

function pick(holder, data) {
  const known = `${data.lat} ${data.lon}`;
  if (!holder.drawn) holder.drawn = mountPicker(holder, data, ({ lat, lng }) => holder.tell("point", { lat, lon: lng }));
  else if (holder.dataset.version !== known && data.lat !== null && data.lon !== null) holder.drawn.set(data.lat, data.lon);
  holder.dataset.version = known;
}
