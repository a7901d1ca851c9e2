// The data, what passes the filters, and bundles of parallel edges. Nothing here touches the document.

const data = JSON.parse(document.getElementById("data").textContent);
const { nodes, statements, edges, articles, quotes } = data;
const MODAL = { future: "will", possible: "may", necessary: "must", desired: "wanted:", conditional: "if:" };
const STATUS = { asserted: "stated by the article", reported: "reported: a source says so", unreal: "not said to be so (yet)" };

nodes.forEach((n) => { n.statements = []; });
statements.forEach((s, i) => {
  s.index = i;
  s.edges = [];
  s.status = s.mod !== "actual" ? "unreal" : s.att.length ? "reported" : "asserted";
  s.day = s.t || articles[s.art].date || null;
  s.last = s.t ? s.t2 || "9999" : s.day; // what is open in time still goes on
  new Set([s.s.n, s.o && s.o.n, ...s.args.map((a) => a.n), ...s.att.map((a) => a.n)]).forEach((n) => {
    if (n != null) nodes[n].statements.push(i);
  });
});
edges.forEach((e, i) => { e.index = i; statements[e.statement].edges.push(i); });

const START = {
  view: "graph", core: data.core, min: 1, conf: 0, things: true, arguments: true, speech: false, others: false, q: "",
  from: "", to: "", focus: "", hops: 1, path: "", node: "", edge: "",
  event: [], relation: [], voice: [], publisher: [], modality: [], polarity: [], article: [],
};
const VIEWS = ["graph", "table", "timeline", "voices", "contested", "doubts"];
let state = structuredClone(START);

// One entry a facet: what it is called, and which values a statement has.
const FACETS = {
  voice: { label: "Only what … says", of: (s) => s.att.length ? [...new Set(s.att.map((a) => a.name))] : ["the article itself"] },
  event: { label: "Event type", of: (s) => [s.ev || "none"] },
  relation: { label: "Relation", of: (s) => [s.rel] },
  modality: { label: "Modality", of: (s) => [s.mod] },
  polarity: { label: "Polarity", of: (s) => [s.pol] },
  publisher: { label: "Publisher", of: (s) => [articles[s.art].publisher || "unknown"] },
  article: { label: "Article", of: (s) => [articles[s.art].title || articles[s.art].iri] },
};

function passes(s, without) {
  if (s.conf * 100 < state.conf) return false;
  if (without !== "time") {
    if (state.from && !(s.last && s.last >= state.from)) return false;
    if (state.to && !(s.day && s.day <= state.to)) return false;
  }
  return Object.keys(FACETS).every((f) => f === without || !state[f].length || FACETS[f].of(s).some((v) => state[f].includes(v)));
}

// What passes all filters but one: where a link needs several articles, only what stands behind such links.
function passing(without) {
  const kept = statements.filter((s) => passes(s, without)).map((s) => s.index);
  return state.min > 1 ? [...new Set([...bundlesOf(kept).values()].flatMap((b) => b.statements))].sort((a, z) => a - z) : kept;
}

// Independent articles behind these statements: an article and its copies count once.
function support(list) {
  return new Set(list.map((i) => articles[statements[i].art].origin)).size;
}

function edgeShown(e) {
  if (e.kind === "speech" && !state.speech) return false;
  if (e.kind === "thing" && !state.others) return false;
  if (e.kind === "argument" && !state.arguments) return false;
  return state.things || (nodes[e.from].actor && nodes[e.to].actor);
}

// All bundles under the filters, whatever part of them is drawn: {key, from, to, statements, support …}.
function bundlesOf(kept) {
  const found = new Map();
  for (const i of kept) {
    for (const j of statements[i].edges) {
      const e = edges[j];
      if (!edgeShown(e)) continue;
      const key = e.from + ">" + e.to;
      if (!found.has(key)) found.set(key, { key, from: e.from, to: e.to, edges: [] });
      found.get(key).edges.push(j);
    }
  }
  const bundles = new Map();
  for (const [key, b] of found) {
    b.statements = [...new Set(b.edges.map((j) => edges[j].statement))];
    b.support = support(b.statements);
    if (b.support >= state.min) bundles.set(key, describe(b));
  }
  return bundles;
}

function reading(e) {
  const s = statements[e.statement];
  const modal = MODAL[s.mod] || "";
  const not = s.pol === "negated" ? "not" : "";
  return [modal, not, e.relation].filter(Boolean).join(" ");
}

function describe(b) {
  const list = b.statements.map((i) => statements[i]);
  const negated = list.filter((s) => s.pol === "negated").length;
  const judged = negated === list.length ? list : list.filter((s) => s.pol !== "negated");
  b.negated = negated === 0 ? "no" : negated === list.length ? "yes" : "both";
  b.status = ["asserted", "reported", "unreal"].find((x) => judged.some((s) => s.status === x));
  const weights = b.edges.map((j) => edges[j].w).filter((w) => w != null);
  b.weight = weights.length ? weights.reduce((a, w) => a + w, 0) / weights.length : null;
  const tally = new Map(), sides = new Map();
  for (const j of b.edges) {
    const r = reading(edges[j]);
    tally.set(r, (tally.get(r) || 0) + 1);
    sides.set(r, (sides.get(r) || 0) + (edges[j].w || 0));
  }
  b.readings = [...tally].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  // The words shown are those that the colour and the sign come from.
  const side = b.weight == null || Math.abs(b.weight) < 0.5 ? 0 : Math.sign(b.weight);
  const sign = ["− ", "", "+ "][side + 1];
  const [most, times] = b.readings.find(([r]) => !side || sides.get(r) * side > 0);
  const denied = b.negated === "both" && !/\bnot\b/.test(most) ? b.readings.find(([r]) => /\bnot\b/.test(r)) : null;
  const count = times > 1 ? ` ×${times}` : "";
  const heard = new Set(b.edges.filter((j) => [most, denied && denied[0]].includes(reading(edges[j]))).map((j) => edges[j].statement));
  const left = b.statements.length - heard.size;
  b.says = sign + most + (denied ? " / " + denied[0] : "");
  b.label = sign + cut(most, 18) + count + (denied ? " / " + cut(denied[0], 14) : "") + (left ? ", …" : "");
  return b;
}

const NEAREST = 6; // neighbours drawn with a node that is chosen from outside the drawing
function cut(text, length) {
  const letters = [...text];
  return letters.length > length ? letters.slice(0, length - 1).join("").trimEnd() + "…" : text;
}

// What is to be seen now: statements kept, bundles, and which nodes are drawn.
function look() {
  const kept = passing();
  const bundles = bundlesOf(kept);
  const near = new Map();
  const weight = new Map();
  for (const b of bundles.values()) {
    for (const [a, z] of [[b.from, b.to], [b.to, b.from]]) {
      if (!near.has(a)) near.set(a, new Set());
      near.get(a).add(z);
      weight.set(a, (weight.get(a) || 0) + b.statements.length);
    }
  }
  // The core grows by links, not by nodes, so that nothing in it stands alone.
  const strength = (b) => 3 * b.support + Math.log2(weight.get(b.from) * weight.get(b.to));
  const strongest = [...bundles.values()].map((b) => [strength(b), b]).sort((a, z) => z[0] - a[0]);
  const ranked = [...new Set(strongest.flatMap(([, b]) => (weight.get(b.from) >= weight.get(b.to) ? [b.from, b.to] : [b.to, b.from])))];
  let drawn = new Set(ranked.slice(0, state.core));
  let trail = null;
  const focus = byIri(state.focus);
  if (state.path && focus != null) {
    trail = shortest(near, focus, byIri(state.path));
    drawn = new Set(trail || [focus, byIri(state.path)].filter((n) => n != null));
  } else if (focus != null) {
    drawn = around(near, focus, state.hops, ranked);
  } else {
    const pinned = byIri(state.node);
    if (pinned != null && (state.things || nodes[pinned].actor)) {
      drawn.add(pinned);
      // With its nearest: alone it would look as if nothing were said of it.
      const linked = [...(near.get(pinned) || [])];
      if (!linked.some((n) => drawn.has(n))) linked.sort((a, z) => weight.get(z) - weight.get(a) || a - z).slice(0, NEAREST).forEach((n) => drawn.add(n));
    }
    if (state.edge) state.edge.split(">").forEach((iri) => { const n = byIri(iri); if (n != null && weight.has(n)) drawn.add(n); });
  }
  const shown = [...bundles.values()].filter((b) => drawn.has(b.from) && drawn.has(b.to));
  const alone = !state.focus && [...drawn].filter((n) => n !== byIri(state.node) && !shown.some((b) => b.from === n || b.to === n));
  if (alone) alone.forEach((n) => drawn.delete(n));
  return { kept, bundles, near, ranked, drawn, shown, trail };
}

function around(near, start, hops, ranked) {
  const rank = new Map(ranked.map((n, i) => [n, i]));
  let found = new Set([start]);
  for (let h = 0; h < hops; h++) {
    const next = [...found].flatMap((n) => [...(near.get(n) || [])]).filter((n) => !found.has(n));
    next.sort((a, z) => rank.get(a) - rank.get(z));
    next.slice(0, Math.max(state.core, 20)).forEach((n) => found.add(n));
  }
  return found;
}

// All nodes on the shortest ways from one node to another, whichever way the edges point.
function shortest(near, from, to) {
  if (from == null || to == null) return null;
  const far = (start) => {
    const steps = new Map([[start, 0]]);
    let rim = [start];
    while (rim.length) {
      const next = [];
      for (const n of rim) for (const m of near.get(n) || []) if (!steps.has(m)) { steps.set(m, steps.get(n) + 1); next.push(m); }
      rim = next;
    }
    return steps;
  };
  const out = far(from), back = far(to);
  if (!out.has(to)) return null;
  return [...out.keys()].filter((n) => back.has(n) && out.get(n) + back.get(n) === out.get(to)).slice(0, 80);
}

const iris = new Map(nodes.map((n, i) => [n.iri, i]));
const byIri = (iri) => (iri && iris.has(iri) ? iris.get(iri) : null);

// The state as URL fragment, only what differs from the start; and back.
function toFragment() {
  const p = new URLSearchParams();
  for (const [k, v] of Object.entries(state)) {
    if (Array.isArray(v)) v.forEach((x) => p.append(k, x));
    else if (v !== START[k]) p.set(k, v === true ? "1" : v === false ? "0" : v);
  }
  return p.toString();
}

function fromFragment(text) {
  const p = new URLSearchParams(text.replace(/^#/, ""));
  const next = structuredClone(START);
  for (const k of Object.keys(START)) {
    if (!p.has(k)) continue;
    const v = p.get(k);
    if (Array.isArray(START[k])) next[k] = p.getAll(k);
    else if (typeof START[k] === "boolean") next[k] = v === "1";
    else if (typeof START[k] === "number") next[k] = Number.isFinite(+v) ? +v : START[k];
    else next[k] = v;
  }
  if (!VIEWS.includes(next.view)) next.view = "graph";
  return next;
}
