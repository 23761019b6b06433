// Marked words: switching measures on and off, and one shared note that says why a word is marked.
(function () {
  var note = null, owner = null, again = "";

  function boxOf(element) { return element.closest(".marks"); }

  function isOn(element) {
    var box = boxOf(element);
    return (element.dataset.on || "").split(" ").some(function (at) { return at && box.classList.contains("on-" + at); });
  }

  function isStop(element) { return element.hasAttribute("data-stop") || isOn(element); }

  function stops(text) {
    return Array.prototype.filter.call(text.querySelectorAll("[data-notes]"), isStop);
  }

  // One stop for the Tab key in each text; the arrow keys move from there.
  function rove(box, chosen) {
    box.querySelectorAll(".marked").forEach(function (text) {
      var on = stops(text);
      var keep = on.indexOf(chosen) >= 0 ? chosen : on.find(function (m) { return m.tabIndex === 0; }) || on[0];
      text.querySelectorAll("[data-notes]").forEach(function (mark) {
        if (on.indexOf(mark) < 0) mark.removeAttribute("tabindex");
        else mark.tabIndex = mark === keep ? 0 : -1;
      });
    });
  }

  function count(box) {
    box.querySelectorAll("[data-mark]").forEach(function (chip) {
      chip.setAttribute("aria-pressed", String(box.classList.contains("on-" + chip.dataset.mark)));
    });
  }

  // the kind of each mark beside it, for those who cannot tell the lines apart
  function label(box) {
    var on = box.classList.contains("labels");
    box.querySelectorAll("[data-labels]").forEach(function (button) { button.setAttribute("aria-pressed", String(on)); });
    var marks = Array.prototype.slice.call(box.querySelectorAll("mark.mk")).reverse();
    marks.forEach(function (mark, at) {
      var kinds = [];
      if (on && isOn(mark)) {
        JSON.parse(mark.dataset.notes).forEach(function (n) {
          var kind = n.what.slice(n.what.lastIndexOf(": ") + 2);
          if (n.on !== null && box.classList.contains("on-" + n.on) && kinds.indexOf(kind) < 0) kinds.push(kind);
        });
      }
      // a mark that is cut where another begins has its label once, at its end
      var next = marks[at - 1], same = next && mark.nextSibling === next && next.kinds === kinds.join(", ");
      mark.kinds = kinds.join(", ");
      if (kinds.length && !same) mark.dataset.label = mark.kinds;
      else mark.removeAttribute("data-label");
    });
  }

  function sync() {
    hide();
    document.querySelectorAll(".marks").forEach(function (box) {
      Array.prototype.slice.call(box.classList).forEach(function (name) {
        if (/^on-/.test(name)) box.classList.remove(name);
      });
      (box.dataset.on || "").split(" ").forEach(function (at) { if (at) box.classList.add("on-" + at); });
      box.classList.toggle("labels", new URL(location.href).searchParams.has("labels"));
      count(box);
      label(box);
      rove(box, null);
    });
    // the mark that was taken out or put back has the focus again
    var last = again;
    again = "";
    if (!last) return;
    var found = Array.prototype.find.call(document.querySelectorAll("[data-notes]"), function (mark) {
      return isOn(mark) && JSON.parse(mark.dataset.notes).some(function (n) { return n.at === last; });
    });
    if (found) found.focus({ preventScroll: true });
  }

  // a person says that a mark is wrong, or takes that back
  function correct(form, part) {
    again = part.at;
    form.elements.mark.value = part.at;
    form.elements.number.value = part.out || "";
    form.elements.back.value = location.search;
    form.requestSubmit(form.querySelector("[value=" + (part.out ? "back" : "out") + "]"));
  }

  function action(part) {
    var form = document.querySelector("form[data-collect=mark]"), made = document.createElement("button");
    if (!form || !part.at) return null;
    made.type = "button";
    made.className = "why-act";
    made.textContent = part.out ? "Put it back" : "This mark is wrong";
    made.addEventListener("click", function () { correct(form, part); });
    return made;
  }

  // the address of the page on which a measure that marks half a text has its marks
  function withMarks(box, chip) {
    var url = new URL(location.href);
    url.searchParams.delete("measure");
    box.querySelectorAll("[data-mark][aria-pressed=true]").forEach(function (on) {
      url.searchParams.append("measure", on.dataset.measure);
    });
    url.searchParams.append("measure", chip.dataset.measure);
    return url.pathname + url.search;
  }

  function toggle(chip) {
    var box = boxOf(chip);
    if (chip.hasAttribute("data-later")) return window.parallax.go(withMarks(box, chip), true);
    box.classList.toggle("on-" + chip.dataset.mark);
    count(box);
    label(box);
    rove(box, null);
    var url = new URL(location.href);
    url.searchParams.delete("measure");
    box.querySelectorAll("[data-mark][aria-pressed=true]").forEach(function (on) {
      url.searchParams.append("measure", on.dataset.measure);
    });
    if (!url.searchParams.has("measure")) url.searchParams.append("measure", "none");
    history.replaceState(history.state, "", url);
    return undefined;
  }

  function hide() {
    if (!note || !owner) return;
    owner.removeAttribute("aria-describedby");
    owner.classList.remove("open");
    owner = null;
    note.hidden = true;
    note.classList.remove("acts");
  }

  function line(name, text) {
    var made = document.createElement("p");
    made.className = name;
    made.textContent = text;
    return made;
  }

  function inNote(element) { return Boolean(note && element && note.contains(element)); }

  function show(mark) {
    var chosen = document.activeElement === mark;
    if (owner === mark && (!chosen || note.classList.contains("acts"))) return;
    hide();
    var box = boxOf(mark), notes;
    try { notes = JSON.parse(mark.dataset.notes || "[]"); } catch (e) { return; }
    notes = notes.filter(function (n) { return n.on === null || box.classList.contains("on-" + n.on); });
    if (!notes.length) return;
    if (!note) {
      note = document.createElement("div");
      note.id = "why";
      note.className = "why";
      document.body.appendChild(note);
    }
    note.replaceChildren();
    notes.forEach(function (n) {
      var part = document.createElement("div");
      part.className = "why-part" + (n.on === null ? "" : " key-" + n.on);
      part.appendChild(line("why-what", n.what));
      if (n.why) part.appendChild(line("why-why", n.why));
      var act = chosen && action(n);
      if (act) {
        part.appendChild(act);
        note.classList.add("acts");
      }
      note.appendChild(part);
    });
    var acts = note.classList.contains("acts");
    note.setAttribute("role", acts ? "group" : "tooltip");
    if (acts) note.setAttribute("aria-label", "Why this is marked. Enter leads to what you can do.");
    else note.removeAttribute("aria-label");
    owner = mark;
    mark.classList.add("open");
    mark.setAttribute("aria-describedby", "why");
    note.hidden = false;
    var at = mark.getClientRects()[0] || mark.getBoundingClientRect();
    var left = Math.max(8, Math.min(at.left, innerWidth - note.offsetWidth - 8));
    var above = at.top - note.offsetHeight - 8;
    note.style.left = left + scrollX + "px";
    note.style.top = (above > 8 ? above : at.bottom + 8) + scrollY + "px";
  }

  function markAt(event) {
    var found = event.target.closest && event.target.closest("[data-notes]");
    return found && boxOf(found) ? found : null;
  }

  document.addEventListener("mouseover", function (event) {
    var mark = markAt(event);
    if (mark) show(mark);
    else if (owner && document.activeElement !== owner && !inNote(document.activeElement) && !event.target.closest(".why")) hide();
  });
  document.addEventListener("focusin", function (event) {
    var mark = markAt(event);
    if (mark) { rove(boxOf(mark), mark); show(mark); } else if (!inNote(event.target)) hide();
  });
  document.addEventListener("focusout", function (event) {
    if (event.target === owner && !inNote(event.relatedTarget)) hide();
  });
  document.addEventListener("click", function (event) {
    var chip = event.target.closest && event.target.closest("[data-mark]");
    if (chip) return toggle(chip);
    var labels = event.target.closest && event.target.closest("[data-labels]");
    if (labels) {
      boxOf(labels).classList.toggle("labels");
      label(boxOf(labels));
      var url = new URL(location.href);
      if (boxOf(labels).classList.contains("labels")) url.searchParams.set("labels", "1");
      else url.searchParams.delete("labels");
      return history.replaceState(history.state, "", url);
    }
    var mark = markAt(event);
    if (mark) mark.focus();
    return undefined;
  });
  document.addEventListener("keydown", function (event) {
    if (owner && inNote(event.target)) {
      if (event.key === "Escape") return owner.focus();
      if (event.key !== "Tab") return undefined;
      var acts = Array.prototype.slice.call(note.querySelectorAll("button"));
      event.preventDefault();
      return (acts[acts.indexOf(event.target) + (event.shiftKey ? -1 : 1)] || owner).focus();
    }
    if (event.key === "Escape") return hide();
    var mark = markAt(event);
    if (mark && event.key === "Enter" && note && note.querySelector("button")) {
      event.preventDefault();
      return note.querySelector("button").focus();
    }
    var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!mark || !step && event.key !== "Home" && event.key !== "End") return undefined;
    var all = stops(mark.closest(".marked"));
    var at = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : all.indexOf(mark) + step;
    if (all[at]) { event.preventDefault(); all[at].tabIndex = 0; all[at].focus(); }
    return undefined;
  });
  addEventListener("scroll", function () { if (owner && document.activeElement !== owner && !inNote(document.activeElement)) hide(); }, { passive: true });

  window.parallax = window.parallax || {};
  window.parallax.syncMarks = sync;
})();
