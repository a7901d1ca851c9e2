// Filters, search, time, legend: what changes the state.

const $ = (id) => document.getElementById(id);

function tally(facet) {
  const counts = new Map();
  for (const i of passing(facet)) for (const v of FACETS[facet].of(statements[i])) counts.set(v, (counts.get(v) || 0) + 1);
  return [...counts].sort((a, z) => z[1] - a[1] || (a[0] < z[0] ? -1 : 1));
}

const TOGGLES = ["things", "arguments", "others", "speech"];
const LONG = 12; // values of a facet listed before it gets a box to narrow them
const narrowed = {};
const opened = new Set(["voice"]);
const LISTED = 6; // values of a facet shown at first
const whole = new Set();

function drawFacets() {
  const active = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.key : null;
  $("facets").replaceChildren(...Object.entries(FACETS).map(([key, facet]) => {
    const all = tally(key);
    const chosen = state[key];
    const words = (narrowed[key] || "").toLowerCase();
    const listed = [...chosen.filter((v) => !all.some(([a]) => a === v)).map((v) => [v, 0]), ...all.filter(([v]) => chosen.includes(v) || v.toLowerCase().includes(words))];
    const box = all.length > LONG ? el("input", { type: "search", placeholder: `narrow ${all.length}`, "aria-label": `Narrow ${facet.label}`, "data-key": "narrow-" + key, value: narrowed[key] || null,
      input: (e) => { narrowed[key] = e.target.value; drawFacets(); } }) : null;
    const shownUpTo = whole.has(key) || words ? 40 : Math.max(LISTED, chosen.length);
    const more = listed.length > shownUpTo && shownUpTo < 40 ? el("button", { class: "small", "data-key": "more-" + key, click: () => { whole.add(key); drawFacets(); } }, `${listed.length - shownUpTo} more`) : null;
    const items = listed.slice(0, shownUpTo).map(([v, c]) => el("label", { class: "check" }, el("input", { type: "checkbox", checked: chosen.includes(v), "data-key": key + "=" + v,
      change: (e) => go({ [key]: e.target.checked ? [...state[key], v] : state[key].filter((x) => x !== v) }) }), " ", name(v), el("span", { class: "count" }, ` ${c}`)));
    return el("details", { open: opened.has(key) || chosen.length > 0, "data-facet": key, toggle: (e) => { if (e.target.open) opened.add(key); else opened.delete(key); } },
      el("summary", {}, facet.label, chosen.length ? el("span", { class: "on" }, ` ${chosen.length}`) : null), box, items, more);
  }));
  if (active) { const again = [...document.querySelectorAll("[data-key]")].find((x) => x.dataset.key === active); if (again) { again.focus(); if (again.type === "search") again.setSelectionRange(again.value.length, again.value.length); } }
}

function drawRanges(view) {
  const most = Math.max(1, view.ranked.length);
  $("core").max = most;
  $("core").min = Math.min(10, most);
  $("core").value = Math.min(state.core, most);
  $("core").disabled = most <= 10 || !!state.path;
  $("core-out").textContent = `${view.drawn.size} of ${view.ranked.length}`;
  $("min").max = data.most_support;
  $("min").value = state.min;
  $("min").disabled = data.most_support < 2;
  $("min-out").textContent = plural(state.min, "article");
  $("conf").value = state.conf;
  $("conf-out").textContent = (state.conf / 100).toFixed(2);
  for (const k of TOGGLES) $(k).checked = state[k];
}

// Search: nodes by name and alias, relations, then sentences. Enter takes the first.
let hits = [], hit = -1;
function search(text) {
  const t = text.trim().toLowerCase();
  if (!t) return [];
  const score = (n) => { const l = n.toLowerCase(); return l === t ? 0 : l.startsWith(t) ? 1 : l.includes(" " + t) ? 2 : l.includes(t) ? 3 : 9; };
  const found = nodes.map((n, i) => [Math.min(score(n.name), ...n.aliases.map(score)), i]).filter(([x]) => x < 9)
    .sort((a, z) => a[0] - z[0] || nodes[z[1]].statements.length - nodes[a[1]].statements.length).slice(0, 8);
  const relations = tally("relation").filter(([r]) => r.toLowerCase().includes(t)).slice(0, 3);
  const said = statements.filter((s) => quotes[s.quote] && quotes[s.quote].text.toLowerCase().includes(t)).slice(0, 5);
  return [
    ...found.map(([, i]) => ({ kind: data.types[nodes[i].type].label, text: nodes[i].name, act: () => { pick({ node: nodes[i].iri }); see(i); } })),
    ...relations.map(([r, c]) => ({ kind: "relation", text: `${r} (${c})`, act: () => go({ relation: [r] }) })),
    ...said.map((s) => ({ kind: "sentence", text: quotes[s.quote].text, act: () => { openRow(s); panel.focus(); } })),
  ];
}

function see(i) {
  if (drawing.network && drawing.nodes.get(i)) drawing.network.focus(i, { scale: Math.max(0.9, drawing.network.getScale()), animation: !still && { duration: 300 } });
}

function drawHits() {
  $("hits").hidden = !hits.length;
  $("search").setAttribute("aria-expanded", String(!!hits.length));
  $("hits").replaceChildren(...hits.map((h, i) => el("li", { role: "option", id: "hit-" + i, "aria-selected": String(i === hit), mousedown: (e) => { e.preventDefault(); choose(i); } },
    el("span", { class: "kind" }, h.kind), name(h.text))));
  const asked = $("search").value.trim();
  if (asked && !hits.length && document.activeElement === $("search")) {
    $("hits").hidden = false;
    $("hits").replaceChildren(el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, nothing(asked)));
  }
  if (hit >= 0) $("search").setAttribute("aria-activedescendant", "hit-" + hit); else $("search").removeAttribute("aria-activedescendant");
}

const nothing = (words) => `Nothing here is called or says “${words}”.`;

function choose(i) {
  const chosen = hits[i];
  closeHits();
  if (chosen) chosen.act();
}

function closeHits() {
  hits = []; hit = -1;
  drawHits();
  $("hits").hidden = true;
}

// Time: a histogram of the statements that pass all other filters, and two sliders over its bins.
const STEPS = [["day", 10], ["month", 7], ["year", 4]];
let bins = [];
function makeBins() {
  const days = statements.map((s) => s.day).filter(Boolean).sort();
  if (!days.length) return;
  // A text may look back a century; what lies before the first hundredth shares one bin.
  const first = days[Math.floor(days.length / 100)], last = days[days.length - 1];
  for (const [, length] of STEPS) {
    bins = [...range(first.slice(0, length), last.slice(0, length))];
    if (bins.length <= 62) break;
  }
  if (days[0].slice(0, bins[0].length) < bins[0]) bins.unshift("");
}

function* range(from, to) {
  let at = from;
  while (at <= to) { yield at; at = after(at); }
}
function after(bin) {
  const [y, m, d] = bin.split("-").map(Number);
  const date = bin.length === 4 ? Date.UTC(y + 1, 0, 1) : bin.length === 7 ? Date.UTC(y, m, 1) : Date.UTC(y, m - 1, d + 1);
  return new Date(date).toISOString().slice(0, bin.length);
}
const binStart = (b) => (b ? (b + "-01-01").slice(0, 10) : "0000-01-01");
const binEnd = (b, i) => { if (!b) return dayBefore(binStart(bins[i + 1])); return dayBefore(binStart(after(b))); };
const dayBefore = (iso) => new Date(Date.parse(iso) - 864e5).toISOString().slice(0, 10);
const binName = (b) => (b ? (b.length === 10 ? longDay(b) : b.length === 7 ? `${MONTHS[+b.slice(5) - 1]} ${b.slice(0, 4)}` : b) : "earlier");

function drawTime() {
  if (bins.length < 2) { $("time").hidden = true; return; }
  const counts = bins.map(() => 0);
  let undated = 0;
  for (const s of passing("time").map((i) => statements[i])) {
    if (!s.day) { undated++; continue; }
    const key = s.day.slice(0, bins[bins.length - 1].length);
    const at = bins[0] === "" && key < bins[1] ? 0 : bins.indexOf(key);
    if (at >= 0) counts[at]++;
  }
  const most = Math.max(1, ...counts);
  const low = state.from ? Math.max(0, bins.findIndex((b, i) => binEnd(b, i) >= state.from)) : 0;
  const found = state.to ? bins.findLastIndex((b) => binStart(b) <= state.to) : bins.length - 1;
  const high = Math.max(low, found);
  const bars = el("div", { class: "bars", "aria-hidden": "true" }, counts.map((c, i) => el("button", { tabindex: -1, title: `${binName(bins[i])}: ${c}`, class: i >= low && i <= high ? "in" : "", style: `--h:${Math.round(100 * Math.sqrt(c / most))}%`,
    click: () => setTime(i, i) })));
  const slider = (id, label, value, set) => el("input", { id, type: "range", min: 0, max: bins.length - 1, step: 1, value, "aria-label": label, "aria-valuetext": binName(bins[value]), input: (e) => set(+e.target.value) });
  const focused = document.activeElement && document.activeElement.id;
  const all = low === 0 && high === bins.length - 1;
  $("time").replaceChildren(el("span", { class: "ends" }, binName(bins[0])), el("div", { class: "slider" }, bars,
    slider("from", "From", low, (v) => setTime(Math.min(v, high), high)), slider("to", "To", high, (v) => setTime(low, Math.max(v, low)))),
    el("span", { class: "ends" }, all ? binName(bins[bins.length - 1]) : `${binName(bins[low])} – ${binName(bins[high])} `, all ? "" : el("button", { class: "small", click: () => go({ from: "", to: "" }) }, "All time"),
      undated ? el("span", { id: "undated", title: "No day is given with these statements, and none with their articles." }, `${undated.toLocaleString("en")} without a date${all ? "" : " left out"}`) : null));
  if (focused === "from" || focused === "to") $(focused).focus();
}

function setTime(low, high) {
  go({ from: low === 0 ? "" : binStart(bins[low]), to: high === bins.length - 1 ? "" : binEnd(bins[high], high) });
}

function drawLegend() {
  const line = (kind) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 44 12"); svg.setAttribute("class", "line " + kind); svg.setAttribute("aria-hidden", "true");
    const p = document.createElementNS("http://www.w3.org/2000/svg", "path");
    p.setAttribute("d", kind === "negated" ? "M1 6H43M22 1V11" : "M1 6H43");
    svg.append(p);
    return svg;
  };
  const used = new Set(nodes.map((n) => n.type));
  $("legend").replaceChildren(
    el("h2", { class: "hidden" }, "Legend"),
    el("ul", {}, Object.entries(data.types).filter(([t]) => used.has(t)).map(([t, x]) => el("li", {}, icon(t), x.label)),
      el("li", {}, line("asserted"), "stated"), el("li", {}, line("reported"), "reported by a source"), el("li", {}, line("unreal"), "not (yet) so"),
      el("li", {}, line("negated"), "denied"),
      el("li", {}, line("coop"), "+ cooperation"), el("li", {}, line("conf"), "− conflict"),
      el("li", {}, line("thick"), "in more articles")));
}

function drawCrumbs(view) {
  const parts = [];
  const focus = byIri(state.focus);
  const off = (text, change) => el("button", { class: "crumb", click: () => go(change), title: "Remove this filter" }, text, " ×");
  if (focus != null && state.path) parts.push(off(["Paths from ", name(nodes[focus].name), " to ", name((nodes[byIri(state.path)] || { name: "?" }).name), view.trail ? "" : ": none"], { focus: "", path: "" }));
  else if (focus != null) parts.push(off(["Around ", name(nodes[focus].name)], { focus: "" }), el("button", { class: "crumb", click: () => go({ hops: state.hops === 1 ? 2 : 1 }) }, state.hops === 1 ? "Two steps" : "One step"));
  for (const k of Object.keys(FACETS)) for (const v of state[k]) parts.push(off([FACETS[k].label.replace(" … says", ""), ": ", name(v)], { [k]: state[k].filter((x) => x !== v) }));
  if (state.from || state.to) parts.push(off(`${state.from || "…"} to ${state.to || "…"}`, { from: "", to: "" }));
  if (state.min > 1) parts.push(off(`at least ${state.min} articles`, { min: 1 }));
  if (state.conf) parts.push(off(`confidence from ${(state.conf / 100).toFixed(2)}`, { conf: 0 }));
  if (state.q) parts.push(off(["Words: ", name(state.q)], { q: "" }));
  $("crumbs").hidden = !parts.length;
  $("crumbs").replaceChildren(...parts);
}
