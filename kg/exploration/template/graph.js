// The drawn graph: vis-network on the positions the page came with, no physics.

const canvas = document.getElementById("graph");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const drawing = { nodes: new vis.DataSet(), edges: new vis.DataSet(), network: null, view: null };
const LABELS_UP_TO = 300; // bundles among which room for labels is looked for; beyond, those at the selected or hovered node have theirs
const GATHERED = 120; // nodes up to which they are moved to where they can be read
const LEAST = 0.6; // scale at which names can still be read
const FEWEST = 12; // nodes of the first view, however small the window
const FAINT = 0.3; // opacity of what a selection has nothing to do with
const RAISED = { no: 0, yes: -14, both: -14 }; // pixels from a link's middle to its label: the bar of what is denied stands there
const STEP = 130, LINE = 54; // length of a link, and height of a node with its name, where nodes are gathered
const MARGIN = 14, BUTTONS = 50; // pixels of the window kept free: at the rim, and above for the buttons
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// Colour from conflict to cooperation on a scale that colour-blind readers tell apart (Okabe and Ito).
function tint(weight) {
  if (weight == null || Math.abs(weight) < 0.5) return css("--edge");
  return weight > 0 ? css(weight > 4 ? "--coop-2" : "--coop-1") : css(weight < -4 ? "--conf-2" : "--conf-1");
}

// Where nodes are drawn: at the page's places, or where those are too far apart to be read, gathered;
// around a focus in rings by steps, of a path in columns from end to end.
function places(view, anew) {
  const spots = new Map([...view.drawn].map((i) => [i, [nodes[i].x, nodes[i].y]]));
  const start = byIri(state.focus);
  if (start == null || !view.drawn.has(start)) {
    if (anew) drawing.gather = view.drawn.size <= GATHERED && extent(view, spots).scale < LEAST;
    return drawing.gather ? gathered(view, spots) : spots;
  }
  const steps = new Map([[start, 0]]);
  for (let rim = [start]; rim.length;) {
    const next = [];
    for (const n of rim) for (const m of view.near.get(n) || []) if (view.drawn.has(m) && !steps.has(m)) { steps.set(m, steps.get(n) + 1); next.push(m); }
    rim = next;
  }
  const rings = [];
  for (const [n, s] of steps) (rings[s] = rings[s] || []).push(n);
  let radius = 0;
  rings.forEach((ring, s) => {
    // In the order of their directions on the whole map, so that neighbours there stay neighbours here.
    const angle = (n) => Math.atan2(nodes[n].y - nodes[start].y, nodes[n].x - nodes[start].x);
    ring.sort(state.path ? (a, z) => nodes[a].y - nodes[z].y || a - z : (a, z) => angle(a) - angle(z) || a - z);
    radius = Math.max(radius + 110, (ring.length * 78) / (2 * Math.PI));
    ring.forEach((n, k) => {
      const turn = (2 * Math.PI * (k + (s % 2) / 2)) / ring.length;
      spots.set(n, state.path ? [s * 230, (k - (ring.length - 1) / 2) * 90] : s ? [1.35 * radius * Math.cos(turn), radius * Math.sin(turn)] : [0, 0]);
    });
  });
  return spots;
}

const letters = (n) => 11.5 + Math.min(3, n.size / 8); // height of a name
// What hangs together stays as it lies on the map, links no longer than usual; such parts side by side, large ones first.
function gathered(view, spots) {
  const found = new Map(), parts = [];
  for (const n of view.ranked.concat([...view.drawn])) {
    if (found.has(n) || !view.drawn.has(n)) continue;
    const part = [n];
    found.set(n, part);
    for (const m of part) for (const b of view.shown) for (const [from, to] of [[b.from, b.to], [b.to, b.from]]) if (from === m && !found.has(to)) { found.set(to, part); part.push(to); }
    parts.push(part);
  }
  const boxes = parts.sort((a, z) => z.length - a.length).map((part) => {
    const steps = view.shown.filter((b) => found.get(b.from) === part).map((b) => Math.hypot(...[0, 1].map((k) => spots.get(b.from)[k] - spots.get(b.to)[k])));
    const shrink = Math.min(1, (STEP * steps.length) / steps.reduce((sum, s) => sum + s, 0) || 1);
    part.forEach((n) => spots.set(n, spots.get(n).map((x) => x * shrink)));
    apart(part, spots);
    const [left, top, right, bottom] = bounds(part, spots);
    return { part, left, top, wide: right - left + LINE, high: bottom - top + LINE / 2 };
  });
  const strip = Math.max(...boxes.map((b) => b.wide), Math.sqrt((1.35 * boxes.reduce((sum, b) => sum + b.wide * b.high, 0) * canvas.clientWidth) / canvas.clientHeight));
  let x = 0, y = 0, row = 0;
  for (const b of boxes) {
    if (x + b.wide > strip + 1) { x = 0; y += row; row = 0; }
    b.part.forEach((n) => spots.set(n, [spots.get(n)[0] - b.left + x, spots.get(n)[1] - b.top + y]));
    x += b.wide;
    row = Math.max(row, b.high);
  }
  return spots;
}

// Pushes nodes apart whose names overlap, along the axis that needs less.
function apart(part, spots) {
  for (let turn = 0, moved = true; moved && turn < 40; turn++) {
    moved = false;
    part.forEach((n, i) => part.slice(i + 1).forEach((m) => {
      const a = spots.get(n), z = spots.get(m);
      const over = [half(nodes[n]) + half(nodes[m]) + 6 - Math.abs(a[0] - z[0]), LINE - Math.abs(a[1] - z[1])];
      if (over[0] <= 0 || over[1] <= 0) return;
      const axis = over[0] < over[1] ? 0 : 1, step = (a[axis] < z[axis] ? -1 : 1) * (over[axis] / 2 + 0.5);
      a[axis] += step;
      z[axis] -= step;
      moved = true;
    }));
  }
}

const pen = document.createElement("canvas").getContext("2d");
// Half the width of a node with its name.
function half(n) {
  if (!n.half) pen.font = `${letters(n)}px system-ui, sans-serif`;
  return n.half ||= Math.max(n.size, pen.measureText(n.label).width / 2);
}

function bounds(part, spots) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of part) {
    const [x, y] = spots.get(i), n = nodes[i], w = half(n);
    box[0] = Math.min(box[0], x - w); box[1] = Math.min(box[1], y - n.size);
    box[2] = Math.max(box[2], x + w); box[3] = Math.max(box[3], y + n.size + 1.6 * letters(n));
  }
  return box;
}

// The middle of all that is drawn, with names, and the scale at which it fills the window below its buttons.
function extent(view, spots = drawing.spots) {
  const [left, top, right, bottom] = bounds(view.drawn, spots);
  const wide = canvas.clientWidth - 2 * MARGIN, high = canvas.clientHeight - BUTTONS - MARGIN;
  return { scale: Math.min(1.25, wide / (right - left), high / (bottom - top)), x: (left + right) / 2, y: (top + bottom) / 2 };
}

function nodeLook(n, chosen, faint, [x, y]) {
  const type = data.types[n.type];
  const line = css("--ink");
  const fill = type.hollow ? css("--paper") : n.color;
  return {
    id: n.id, x, y, shape: n.shape, size: n.size, label: n.label, title: `${n.name}\n${type.label}, ${n.statements.length} statements`,
    opacity: faint ? FAINT : 1, borderWidth: type.hollow ? 3 : 1.5, borderWidthSelected: 5,
    color: {
      background: fill, border: type.hollow ? n.color : line,
      highlight: { background: fill, border: css("--focus") }, hover: { background: fill, border: css("--focus") },
    },
    font: { color: faint ? css("--soft") + "80" : line, size: chosen ? 15 : letters(n), face: "system-ui, sans-serif", strokeWidth: 4, strokeColor: css("--paper"), bold: chosen },
  };
}

// vis-network goes on drawing a label that is taken away, unless another takes its place.
const label = (b, on) => (on ? b.label : drawing.edges.get(b.key)?.label ? " " : undefined);

function edgeLook(b, both, labelled, chosen, faint) {
  const color = tint(b.weight);
  return {
    id: b.key, from: b.from, to: b.to,
    label: label(b, labelled || chosen),
    title: `${nodes[b.from].name} → ${nodes[b.to].name}\n${b.readings.slice(0, 8).map(([r, c]) => (c > 1 ? `${r} (${c})` : r)).join("\n")}\n${b.support} ${b.support === 1 ? "article" : "articles"}`,
    width: Math.min(9, 1.2 + 1.4 * (b.support - 1)) + (chosen ? 1.5 : 0),
    dashes: b.status === "reported" ? [9, 6] : b.status === "unreal" ? [2, 6] : false,
    color: { color: chosen ? css("--focus") : color, opacity: faint ? FAINT : 1, highlight: css("--focus"), hover: css("--focus"), inherit: false },
    arrows: { to: { enabled: true, scaleFactor: 0.55 }, middle: { enabled: b.negated !== "no", type: "bar", scaleFactor: 1.1 } },
    smooth: both ? { enabled: true, type: "curvedCW", roundness: 0.14 } : false,
    font: { size: 10, color: css("--soft"), strokeWidth: 4, strokeColor: css("--paper"), align: "horizontal", vadjust: RAISED[b.negated] },
    selectionWidth: 1.5, hoverWidth: 0.8,
  };
}

// Links, all or those at one node, whose label lies on no node, no name and no other label; those told by most articles choose first.
function roomy(view, node) {
  const found = new Set();
  const links = view.shown.filter((b) => node == null || b.from === node || b.to === node);
  if (links.length > LABELS_UP_TO) return found;
  const boxes = [];
  for (const i of view.drawn) {
    const [x, y] = drawing.spots.get(i), r = nodes[i].size, half = 3.6 * nodes[i].label.length;
    boxes.push([x - r, y - r, x + r, y + r], [x - half, y + r, x + half, y + r + 18]);
  }
  for (const b of links.sort((a, z) => z.support - a.support || z.statements.length - a.statements.length || (a.key < z.key ? -1 : 1))) {
    const [[x1, y1], [x2, y2]] = [drawing.spots.get(b.from), drawing.spots.get(b.to)];
    const x = (x1 + x2) / 2, y = (y1 + y2) / 2 + RAISED[b.negated], half = 2.7 * b.label.length;
    const box = [x - half, y - 6, x + half, y + 6];
    if (boxes.some((o) => o[0] < box[2] && box[0] < o[2] && o[1] < box[3] && box[1] < o[3])) continue;
    boxes.push(box);
    found.add(b.key);
  }
  return found;
}

// Brings the drawing to the view; only what changed is touched.
function draw(view) {
  drawing.view = view;
  const node = byIri(state.node);
  const picked = state.edge ? state.edge.split(">").map(byIri).join(">") : null;
  const keys = new Set(view.shown.map((b) => b.key));
  const filters = JSON.stringify({ ...state, view: "", node: "", edge: "", q: "" });
  const anew = drawing.filters !== filters;
  drawing.filters = filters;
  drawing.spots = places(view, anew);
  // Of a selection all that it has to do with stands out.
  const ends = node != null ? [node] : picked && keys.has(picked) ? picked.split(">").map(Number) : [];
  const lit = (b) => !ends.length || (ends.length === 1 ? b.from === node || b.to === node : ends.includes(b.from) && ends.includes(b.to));
  const near = new Set([...ends, ...view.shown.filter(lit).flatMap((b) => [b.from, b.to])]);
  drawing.labelled = drawing.written = roomy(view, view.drawn.has(node) ? node : null);
  sync(drawing.nodes, [...view.drawn].map((i) => nodeLook(nodes[i], i === node, ends.length && !near.has(i), drawing.spots.get(i))));
  sync(drawing.edges, view.shown.map((b) => edgeLook(b, keys.has(b.to + ">" + b.from), drawing.labelled.has(b.key) && lit(b), b.key === picked, !lit(b))));
  if (!drawing.network) start();
  // What a filter leaves or brings back is brought into sight; a selection moves nothing.
  if (anew) fit();
  drawing.network.unselectAll();
  if (node != null && view.drawn.has(node)) drawing.network.selectNodes([node], false);
  else if (picked && keys.has(picked)) drawing.network.selectEdges([picked]);
}

function sync(set, items) {
  const ids = new Set(items.map((x) => x.id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
  set.update(items);
}

function start() {
  drawing.network = new vis.Network(canvas, { nodes: drawing.nodes, edges: drawing.edges }, data.options);
  drawing.network.on("click", (p) => {
    if (p.nodes.length) pick({ node: nodes[p.nodes[0]].iri });
    else if (p.edges.length) pickEdge(p.edges[0]);
    else pick({});
  });
  drawing.network.on("doubleClick", (p) => { if (p.nodes.length) go({ focus: nodes[p.nodes[0]].iri, path: "" }); });
  drawing.network.on("hoverNode", (p) => labelsAt(p.node));
  drawing.network.on("blurNode", () => labelsAt(null));
  canvas.addEventListener("mouseleave", () => labelsAt(null));
}

function labelsAt(node) {
  if (state.node || state.edge) return;
  const labelled = node == null ? drawing.labelled : roomy(drawing.view, node);
  const changed = drawing.view.shown.filter((b) => labelled.has(b.key) !== drawing.written.has(b.key));
  drawing.written = labelled;
  drawing.edges.update(changed.map((b) => ({ id: b.key, label: label(b, labelled.has(b.key)) })));
}

// A small window opens on the middle of the news, as many nodes as it can show with names that can be read.
function open() {
  let view = look();
  for (; START.core > FEWEST && extent(view, places(view, true)).scale < LEAST; view = look()) {
    START.core = state.core = Math.max(FEWEST, Math.min(START.core, view.drawn.size) - 4);
  }
  return view;
}

function fit() {
  if (state.view !== "graph" || !drawing.nodes.length) return;
  const { scale, x, y } = extent(drawing.view);
  drawing.network.moveTo({ scale, position: { x, y }, offset: { x: 0, y: (BUTTONS - MARGIN) / 2 } });
}

function zoom(factor) {
  if (drawing.network) drawing.network.moveTo({ scale: drawing.network.getScale() * factor });
}

// From the selected node to the nearest one in the direction of an arrow key.
function step(key) {
  const shown = [...drawing.view.drawn];
  if (!shown.length) return;
  const here = byIri(state.node);
  if (here == null || !drawing.view.drawn.has(here)) return pick({ node: nodes[drawing.view.ranked.find((n) => drawing.view.drawn.has(n)) ?? shown[0]].iri });
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  let best = null, least = Infinity;
  for (const n of shown) {
    const x = drawing.spots.get(n)[0] - drawing.spots.get(here)[0], y = drawing.spots.get(n)[1] - drawing.spots.get(here)[1];
    const along = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (n !== here && along > 0 && aside < along * 2.5 && along + 2 * aside < least) { least = along + 2 * aside; best = n; }
  }
  if (best != null) {
    pick({ node: nodes[best].iri });
    drawing.network.focus(best, { scale: drawing.network.getScale(), animation: !still && { duration: 200 } });
  }
}
