// A part of a reading page as a picture: what the browser has laid out is written down as SVG, shape by shape and line by
// line of text. Nothing is asked of the server, and the text stays text.
(function () {
  var NS = "http://www.w3.org/2000/svg", WIDE = 1180, EDGE = 24;
  var probe = null, colours = {};

  // any colour of the style sheet as rgb and opacity, which every program that reads SVG knows; null where there is none
  function paint(colour) {
    if (colour in colours) return colours[colour];
    probe = probe || document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    probe.clearRect(0, 0, 1, 1);
    probe.fillStyle = colour;
    probe.fillRect(0, 0, 1, 1);
    var is = probe.getImageData(0, 0, 1, 1).data;
    colours[colour] = is[3] ? { fill: "rgb(" + [is[0], is[1], is[2]].join(",") + ")", "fill-opacity": +(is[3] / 255).toFixed(3) } : null;
    return colours[colour];
  }

  function shape(tag, given, text) {
    var made = document.createElementNS(NS, tag);
    Object.keys(given).forEach(function (key) { made.setAttribute(key, typeof given[key] === "number" ? +given[key].toFixed(2) : given[key]); });
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function corners(clip, box) {
    return clip.slice(8, -1).split(",").map(function (pair) {
      var at = pair.trim().split(/\s+/).map(parseFloat);
      return (box.left + box.width * at[0] / 100).toFixed(2) + "," + (box.top + box.height * at[1] / 100).toFixed(2);
    }).join(" ");
  }

  function rule(colour, x1, y1, x2, y2, more) {
    var fill = paint(colour);
    return fill && shape("line", Object.assign({ x1: x1, y1: y1, x2: x2, y2: y2, stroke: fill.fill, "stroke-opacity": fill["fill-opacity"] }, more));
  }

  function boxes(element, style, add) {
    var fill = paint(style.backgroundColor), inline = style.display === "inline";
    var rects = inline ? Array.prototype.slice.call(element.getClientRects()) : [element.getBoundingClientRect()];
    rects.forEach(function (box) {
      if (!box.width || !box.height) return;
      if (fill && style.clipPath.indexOf("polygon(") === 0) add(shape("polygon", Object.assign({ points: corners(style.clipPath, box) }, fill)));
      else {
        var round = style.borderTopLeftRadius, r = parseFloat(round) || 0;
        r = Math.min(round.slice(-1) === "%" ? r / 100 * box.width : r, box.width / 2, box.height / 2);
        if (fill) add(shape("rect", Object.assign({ x: box.left, y: box.top, width: box.width, height: box.height, rx: r }, fill)));
        if (/inset/.test(style.boxShadow)) {
          var ring = paint(style.boxShadow.split(" ").slice(0, -5).join(" "));
          if (ring) add(shape("rect", { x: box.left + 0.5, y: box.top + 0.5, width: box.width - 1, height: box.height - 1, rx: r, fill: "none", stroke: ring.fill }));
        }
      }
      var sides = { Top: [0, 0, 1, 0], Right: [1, 0, 1, 1], Bottom: [0, 1, 1, 1], Left: [0, 0, 0, 1] };
      Object.keys(sides).forEach(function (side) {
        var wide = parseFloat(style["border" + side + "Width"]), at = sides[side];
        if (!wide || style["border" + side + "Style"] === "none") return;
        var line = rule(style["border" + side + "Color"], box.left + at[0] * box.width, box.top + at[1] * box.height,
          box.left + at[2] * box.width, box.top + at[3] * box.height, { "stroke-width": wide });
        if (line) add(line);
      });
      if (!/underline|line-through/.test(style.textDecorationLine)) return;
      var kind = style.textDecorationStyle, dash = { dotted: "2 2", dashed: "5 3", wavy: "3 2" }[kind];
      var thick = Math.max(1, parseFloat(style.textDecorationThickness) || 1), double = kind === "double";
      var y = /underline/.test(style.textDecorationLine) ? box.bottom - 1 : box.top + box.height / 2;
      (double ? [0, thick / 2 + 1] : [0]).forEach(function (down) {
        var line = rule(style.textDecorationColor, box.left, y + down, box.right, y + down,
          Object.assign({ "stroke-width": double ? 1.2 : thick }, dash ? { "stroke-dasharray": dash } : {}));
        if (line) add(line);
      });
    });
  }

  // the words of a text in the lines that the browser broke them into
  function lines(node, style, add) {
    var range = document.createRange(), found = [], words = /\S+/g, word;
    function put(from, said, gap) {
      range.setStart(node, from);
      range.setEnd(node, from + said.length);
      var seen = range.getClientRects(), box = seen[0], last = found[found.length - 1];
      if (seen.length > 1 && said.length > 1) { // a word that goes on in the next line
        return said.split("").forEach(function (letter, at) { put(from + at, letter, at ? "" : gap); });
      }
      if (!box || !box.width) return undefined;
      if (last && Math.abs(last.top - box.top) < 2) { last.text += gap + said; last.right = box.right; }
      else found.push({ top: box.top, left: box.left, right: box.right, height: box.height, text: said });
      return undefined;
    }
    while ((word = words.exec(node.data))) put(word.index, word[0], " ");
    var ink = paint(style.color), size = parseFloat(style.fontSize);
    found.forEach(function (line) {
      add(shape("text", Object.assign({
        x: line.left, y: line.top + line.height / 2 + size * 0.34, textLength: line.right - line.left, lengthAdjust: "spacingAndGlyphs",
        "font-family": style.fontFamily, "font-size": size, "font-weight": style.fontWeight, "font-style": style.fontStyle,
      }, ink), line.text));
    });
  }

  function walk(element, add) {
    var style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || !element.getClientRects().length) return;
    if (element.classList.contains("unseen") || element.classList.contains("take-away")) return;
    boxes(element, style, add);
    element.childNodes.forEach(function (child) {
      if (child.nodeType === 3) lines(child, style, add);
      else if (child.nodeType === 1) walk(child, add);
    });
  }

  function picture(part) {
    var was = part.getAttribute("style"), page = document.title;
    part.classList.add("being-drawn");
    part.style.width = WIDE + "px";
    var from = part.getBoundingClientRect(), right = from.right, bottom = from.bottom, shapes = [];
    walk(part, function (one) { shapes.push(one); });
    part.querySelectorAll("*").forEach(function (one) {
      var box = one.getBoundingClientRect();
      if (box.width && !one.classList.contains("unseen")) { right = Math.max(right, box.right); bottom = Math.max(bottom, box.bottom); }
    });
    var font = getComputedStyle(part).fontFamily, ink = paint(getComputedStyle(part).color), paper = paint(getComputedStyle(document.body).backgroundColor);
    part.classList.remove("being-drawn");
    if (was === null) part.removeAttribute("style");
    else part.setAttribute("style", was);
    var width = Math.ceil(right - from.left) + 2 * EDGE, height = Math.ceil(bottom - from.top) + 3 * EDGE;
    var made = shape("svg", { xmlns: NS, width: width, height: height, viewBox: [0, 0, width, height].join(" ") });
    made.appendChild(shape("title", {}, page));
    made.appendChild(shape("rect", Object.assign({ width: "100%", height: "100%" }, paper)));
    var inside = shape("g", { transform: "translate(" + (EDGE - from.left).toFixed(2) + " " + (EDGE - from.top).toFixed(2) + ")" });
    shapes.forEach(function (one) { inside.appendChild(one); });
    made.appendChild(inside);
    made.appendChild(shape("text", Object.assign({ x: EDGE, y: height - EDGE / 2, "font-family": font, "font-size": 12 }, ink), page));
    return new XMLSerializer().serializeToString(made);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-picture]");
    if (!button) return;
    var drawn = picture(button.closest(".part, .panel, .counted")), form = button.dataset.picture, name = button.dataset.file + "." + form;
    if (form === "svg") window.parallax.save(name, new Blob([drawn], { type: "image/svg+xml" }));
    else window.parallax.png(drawn, function (blob) { window.parallax.save(name, blob); });
  });
})();
