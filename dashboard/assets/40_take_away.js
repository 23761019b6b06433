// Takes a figure or a table away: CSV and JSON from its cells, SVG and PNG drawn anew from its rows. Nothing is asked of the server.
(function () {
  function cellsOf(table) {
    var keys = (table.dataset.keys || "").split(",").filter(Boolean);
    var drawn = Array.prototype.map.call(table.tHead.rows[0].cells, function (cell) { return !cell.classList.contains("strip-cell"); });
    var heads = Array.prototype.filter.call(table.tHead.rows[0].cells, function (cell, at) { return drawn[at]; })
      .map(function (cell) { return said(cell.firstChild || cell); });
    var rows = Array.prototype.filter.call(table.tBodies[0].rows, isRow).map(function (row) {
      var cells = Array.prototype.filter.call(row.cells, function (cell, at) { return drawn[at]; });
      var values = cells.map(function (cell) { return cell.dataset.v === undefined ? said(cell) : cell.dataset.v; });
      var missing = row.querySelector(".missing");
      keys.forEach(function (key) { values.push(cells[cells.length - 1].dataset[key] || ""); });
      return values.concat(keys.length ? [missing ? said(missing) : ""] : []);
    });
    return { heads: heads.concat(keys, keys.length ? ["missing"] : []), rows: rows };
  }

  function isRow(row) { return !row.classList.contains("group-head"); }

  function said(node) { return node.textContent.replace(/\s+/g, " ").trim(); }

  // a cell that a spreadsheet would take for a formula gets a straight mark before it
  function csvCell(value) {
    var text = /^[=+@\t\r]|^-(?![\d.]+(e[-+]?\d+)?$)/i.test(value) ? "'" + value : value;
    return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv(table) {
    var all = cellsOf(table);
    return "﻿" + [all.heads].concat(all.rows).map(function (row) { return row.map(csvCell).join(","); }).join("\r\n") + "\r\n";
  }

  function json(table) {
    var all = cellsOf(table);
    return JSON.stringify(all.rows.map(function (row) {
      var made = {};
      all.heads.forEach(function (head, at) {
        var value = row[at];
        made[head] = value === "" || value === undefined ? null : /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value) ? Number(value) : value;
      });
      return made;
    }), null, 1);
  }

  var NS = "http://www.w3.org/2000/svg";

  function shape(tag, given, text) {
    var made = document.createElementNS(NS, tag);
    Object.keys(given).forEach(function (key) { made.setAttribute(key, given[key]); });
    if (text !== undefined) made.textContent = text;
    return made;
  }

  var KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline", "opacity"];

  function withStyle(from) {
    var made = from.cloneNode(true);
    var here = from.querySelectorAll("*"), there = made.querySelectorAll("*");
    Array.prototype.forEach.call(here, function (each, at) {
      var style = getComputedStyle(each);
      KEPT.forEach(function (key) { there[at].setAttribute(key, style.getPropertyValue(key)); });
      there[at].removeAttribute("class");
    });
    made.removeAttribute("class");
    return made;
  }

  // the page's own shapes on one sheet: names left, drawing in the middle, numbers right
  function picture(figure) {
    var style = getComputedStyle(figure), ink = style.color, font = style.fontFamily;
    var paper = getComputedStyle(document.body).backgroundColor;
    var single = figure.querySelector(":scope > .drawn svg");
    var label = figure.getAttribute("aria-label") || "";
    var width = 900, top = 16, lines = [], made = shape("svg", { xmlns: NS, width: width });
    label.split(" ").forEach(function (word) {
      if (lines.length && (lines[lines.length - 1] + " " + word).length < 120) lines[lines.length - 1] += " " + word;
      else lines.push(word);
    });
    var text = function (x, y, words, more) {
      return shape("text", Object.assign({ x: x, y: y, fill: ink, "font-family": font, "font-size": 13, "dominant-baseline": "middle" }, more), words);
    };
    lines.forEach(function (words) { made.appendChild(text(12, top, words, { "font-size": 14 })); top += 20; });
    top += 6;
    var place = function (svg, x, y, wide, high) {
      var inner = withStyle(svg);
      Object.entries({ x: x, y: y, width: wide, height: high }).forEach(function (pair) { inner.setAttribute(pair[0], pair[1]); });
      made.appendChild(inner);
    };
    if (single) { place(single, 12, top, width - 24, 260); top += 260; }
    else {
      var head = figure.querySelector("thead .strip-cell svg");
      if (head) { place(head, 260, top, 460, 22); top += 24; }
      Array.prototype.filter.call(figure.querySelectorAll("tbody tr"), isRow).forEach(function (row) {
        var name = row.cells[0].dataset.v || said(row.cells[0]);
        made.appendChild(text(12, top + 14, name.length > 36 ? name.slice(0, 35) + "…" : name, { "font-weight": 600 }));
        var drawn = row.querySelector(".strip-cell svg"), missing = row.querySelector(".missing");
        if (drawn) place(drawn, 260, top, 460, 28);
        if (missing) made.appendChild(text(740, top + 14, "not enough evidence", { "font-style": "italic" }));
        else made.appendChild(text(740, top + 14, Array.prototype.map.call(row.querySelectorAll(".strip-said > *"), said).join("   ")));
        top += 28;
      });
    }
    top += 12;
    made.setAttribute("height", top);
    made.setAttribute("viewBox", "0 0 " + width + " " + top);
    made.insertBefore(shape("rect", { width: "100%", height: "100%", fill: paper }), made.firstChild);
    return new XMLSerializer().serializeToString(made);
  }

  function save(name, blob) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  function png(drawn, done) {
    var image = new Image(), address = URL.createObjectURL(new Blob([drawn], { type: "image/svg+xml" }));
    image.onload = function () {
      var canvas = document.createElement("canvas");
      var times = Math.min(2, 16000 / Math.max(image.width, image.height)); // no browser draws larger ones
      canvas.width = image.width * times;
      canvas.height = image.height * times;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(address);
      canvas.toBlob(done, "image/png");
    };
    image.src = address;
  }

  window.parallax = window.parallax || {};
  window.parallax.save = save;
  window.parallax.png = png;

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-take]");
    if (!button) return;
    var figure = button.closest("figure, .take-from"), form = button.dataset.take, name = button.dataset.file + "." + form;
    var table = figure.querySelector("table");
    if (form === "csv") save(name, new Blob([csv(table)], { type: "text/csv;charset=utf-8" }));
    else if (form === "json") save(name, new Blob([json(table)], { type: "application/json" }));
    else if (form === "svg") save(name, new Blob([picture(figure)], { type: "image/svg+xml" }));
    else png(picture(figure), function (blob) { save(name, blob); });
  });
})();
