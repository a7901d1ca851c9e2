// State to page, and the page's events to state.

function render(view = look()) {
  $("summary").textContent = `${plural(view.drawn.size, "node")} and ${plural(view.shown.length, "link")} drawn of ${view.ranked.length.toLocaleString("en")} and ${view.bundles.size.toLocaleString("en")}; ${plural(view.kept.length, "statement")}`;
  for (const b of document.querySelectorAll("nav [data-view]")) b.setAttribute("aria-pressed", String(b.dataset.view === state.view));
  for (const v of VIEWS) if (v !== "graph") $(v).hidden = state.view !== v;
  canvas.hidden = $("zoom").hidden = $("legend").hidden = state.view !== "graph";
  $("stage").classList.toggle("read", state.view !== "graph");
  $("empty").hidden = state.view !== "graph" || view.drawn.size > 0;
  drawRanges(view);
  drawFacets();
  drawTime();
  drawCrumbs(view);
  if (state.view === "table") drawTable(view);
  else if (state.view === "timeline") drawTimeline(view);
  else if (state.view === "voices") drawVoices(view);
  else if (state.view === "contested") drawContested(view);
  else if (state.view === "doubts") drawDoubts();
  else draw(view);
  show(view);
  remember();
  return view;
}

function remember() {
  const text = toFragment();
  // Inside a notebook's frame the address cannot be changed; the page works without.
  try { history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); } catch { /* keep the view */ }
}

function go(change) {
  state = { ...state, ...change };
  rows = PAGE;
  return render();
}

// One thing is selected at a time: a node, an edge or nothing.
function pick({ node = "", edge = "" }) {
  go({ node, edge });
  turn(node || edge ? panel : $("stage"));
}
// In a window of one column what is asked for stands below what was clicked.
function turn(to) {
  if (matchMedia("(max-width: 640px)").matches) to.scrollIntoView();
}
function pickEdge(key) {
  const [from, to] = key.split(">").map(Number);
  pick({ edge: nodes[from].iri + ">" + nodes[to].iri });
}

function theme(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  $("theme").textContent = dark ? "Light" : "Dark";
  if (drawing.view) draw(drawing.view);
}
const isDark = () => document.documentElement.dataset.theme === "dark";

const KEYS = [
  ["/", "search"], ["arrow keys", "from node to node"], ["Enter", "details of the node, then Tab through them"], ["f", "focus on the node’s neighbours"],
  ["Esc", "leave: search, selection, focus"], ["+ − 0", "zoom in, out, fit"], ["g t", "graph, table"], ["r", "reset all filters"], ["d", "light or dark"], ["?", "these keys"],
];
function toggleKeys(on = $("keys").hidden) {
  $("keys").hidden = !on;
  $("help").setAttribute("aria-expanded", String(on));
  $("keys").replaceChildren(el("h2", {}, "Keys"), el("dl", {}, KEYS.map(([k, t]) => [el("dt", {}, k), el("dd", {}, t)])), el("button", { click: () => toggleKeys(false) }, "Close"));
  if (on) $("keys").querySelector("button").focus();
}

function escape() {
  if (!$("keys").hidden) return toggleKeys(false);
  if (state.node || state.edge) return pick({});
  if (state.focus) go({ focus: "", path: "" });
}

const reset = () => { $("search").value = ""; go({ ...structuredClone(START), view: state.view }); fit(); };
const PRESSED = {
  "/": () => $("search").focus(), "?": () => toggleKeys(), Escape: escape, r: reset, d: () => theme(!isDark()),
  g: () => go({ view: "graph" }), t: () => go({ view: "table" }), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: () => fit(),
  f: () => { if (state.node) go({ focus: state.node, path: "" }); },
};
document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const typing = e.target.matches("input:not([type=checkbox]):not([type=range]), textarea");
  if (typing) { if (e.key === "Escape") e.target.blur(); return; }
  if (e.target === canvas && e.key.startsWith("Arrow")) { e.preventDefault(); return step(e.key); }
  if (e.target === canvas && e.key === "Enter") { e.preventDefault(); return panel.focus(); }
  if (PRESSED[e.key]) { e.preventDefault(); PRESSED[e.key](); }
});

$("search").addEventListener("input", (e) => { hits = search(e.target.value); hit = -1; drawHits(); if (state.view === "table") go({ q: e.target.value.trim() }); });
$("search").addEventListener("focus", (e) => { hits = search(e.target.value); drawHits(); });
$("search").addEventListener("blur", closeHits);
$("search").addEventListener("keydown", (e) => {
  if (e.key === "ArrowDown" || e.key === "ArrowUp") { e.preventDefault(); hit = hits.length ? (hit + (e.key === "ArrowDown" ? 1 : hits.length - (hit < 0 ? 0 : 1))) % hits.length : -1; drawHits(); }
  else if (e.key === "Enter") { e.preventDefault(); if (hits.length) choose(Math.max(0, hit)); else if (e.target.value.trim()) toast(nothing(e.target.value.trim())); }
});
for (const b of document.querySelectorAll("[data-view]")) b.addEventListener("click", (e) => { e.preventDefault(); go({ view: b.dataset.view }); });
$("core").addEventListener("input", (e) => go({ core: +e.target.value }));
$("min").addEventListener("input", (e) => go({ min: +e.target.value }));
$("conf").addEventListener("input", (e) => go({ conf: +e.target.value }));
for (const k of TOGGLES) $(k).addEventListener("change", (e) => go({ [k]: e.target.checked }));
$("reset").addEventListener("click", reset);
$("empty-reset").addEventListener("click", reset);
$("in").addEventListener("click", () => zoom(1.25));
$("out").addEventListener("click", () => zoom(0.8));
$("fit").addEventListener("click", () => fit());
$("narrow").addEventListener("click", () => $("narrow").setAttribute("aria-expanded", String($("filters").classList.toggle("open"))));
$("theme").addEventListener("click", () => theme(!isDark()));
$("print").addEventListener("click", () => window.print());
$("help").addEventListener("click", () => toggleKeys());
$("link").addEventListener("click", () => copy(location.href, "Address copied."));
window.addEventListener("hashchange", () => { state = fromFragment(location.hash); render(); });
// Paper takes the table: the canvas has the size of the window, not of the page.
window.addEventListener("beforeprint", () => { $("table").hidden = false; rows = Infinity; drawTable(look()); });
window.addEventListener("afterprint", () => { rows = PAGE; render(); });

$("title").textContent = data.title;
document.querySelector('nav [data-view="doubts"]').hidden = !data.doubtful.length;
document.querySelector('nav [data-view="contested"]').hidden = !data.contested.length;
document.body.append(el("datalist", { id: "names" }, nodes.map((n) => el("option", { value: n.name }))));
// News without actors is drawn as well, of what there is.
START.others = !edges.some((e) => e.kind !== "thing");
state = structuredClone(START);
makeBins();
drawTime();
drawLegend();
const first = open();
state = fromFragment(location.hash);
theme(matchMedia("(prefers-color-scheme: dark)").matches);
render(location.hash ? look() : first);
document.documentElement.dataset.ready = "yes";
