// Forms that write are sent without leaving the page, files can be dropped, and work that goes on is looked at now and then.
(function () {
  var TOKEN = "X-Parallax-Token", EVERY = 700;
  var seen = null, asking = false, dirty = false;

  function say(text) { var said = document.getElementById("said"); if (said) said.textContent = text; }

  function tell(form, text, wrong) {
    var place = form.querySelector(".form-said");
    if (!place) {
      place = document.createElement("span");
      place.className = "form-said";
      place.setAttribute("role", "status");
      form.appendChild(place);
    }
    place.textContent = text;
    place.classList.toggle("wrong", Boolean(wrong));
    if (wrong) place.setAttribute("role", "alert");
  }

  // draws the page at an address anew, also where it is the one that is shown
  function redraw(to) {
    var url = new URL(to, location.href);
    url.searchParams.set("n", String(Date.now() % 1e8));
    window.parallax.go(url.pathname + url.search + url.hash, !url.hash && url.pathname === location.pathname);
  }

  function megabytes(bytes) { return (bytes / 1e6).toFixed(1) + " MB"; }

  function tooMuch(form) {
    var drop = form.querySelector("[data-drop]"), text = form.querySelector("textarea[data-most]"), size = 0, why = "";
    if (drop) {
      var files = document.getElementById(drop.dataset.drop).files;
      for (var at = 0; at < files.length; at += 1) size += files[at].size;
      if (size > Number(drop.dataset.most)) {
        why = "These files have " + megabytes(size) + " together, more than " + megabytes(Number(drop.dataset.most)) + ": give them in parts, or add them with parallax add.";
      }
    }
    if (text && new Blob([text.value]).size > Number(text.dataset.most)) {
      why = "The pasted text has more than " + megabytes(Number(text.dataset.most)) + ": save it as a file and choose that.";
    }
    return why;
  }

  function send(form, button) {
    var why = tooMuch(form);
    if (why) return tell(form, why, true);
    var body = new FormData(form);
    if (button && button.name) body.set(button.name, button.value);
    var request = new XMLHttpRequest();
    form.setAttribute("aria-busy", "true");
    tell(form, "", false);
    request.open("POST", form.getAttribute("action"));
    request.setRequestHeader(TOKEN, form.querySelector("[name=token]").value);
    request.upload.addEventListener("progress", function (event) {
      if (event.lengthComputable && event.total > 2e6) tell(form, "Sending " + megabytes(event.loaded) + " of " + megabytes(event.total), false);
    });
    request.addEventListener("loadend", function () {
      var answer = {};
      form.removeAttribute("aria-busy");
      try { answer = JSON.parse(request.responseText); } catch (error) { /* said below */ }
      if (request.status === 200 && answer.to) {
        tell(form, "", false);
        dirty = false;
        if (form.dataset.collect === "give") { form.reset(); dropped(form); forget(); }
        redraw(answer.to);
        setTimeout(function () { say(answer.said || ""); }, 400);
      } else if (answer.wrong) tell(form, answer.wrong, true);
      else if (request.status === 413) tell(form, "That is too much at once.", true);
      else if (request.status) tell(form, "Parallax answered " + request.status + ". Nothing was lost: try it again.", true);
      else tell(form, "Parallax does not answer. Is it still running? What you wrote is still here.", true);
    });
    request.send(body);
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.dataset || !form.dataset.collect) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    send(form, event.submitter);
  });

  // files that are dropped
  function dropped(form) {
    var drop = form.querySelector("[data-drop]");
    if (!drop) return;
    var files = document.getElementById(drop.dataset.drop).files, hint = drop.querySelector(".drop-hint"), names = [];
    for (var at = 0; at < files.length && at < 6; at += 1) names.push(files[at].name);
    hint.textContent = !files.length ? "or drop them here"
      : files.length + (files.length === 1 ? " file: " : " files: ") + names.join(", ") + (files.length > 6 ? " …" : "");
  }

  function dropAt(event) { return event.target.closest && event.target.closest("[data-drop]"); }

  ["dragenter", "dragover"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      var drop = dropAt(event);
      if (!event.dataTransfer || Array.prototype.indexOf.call(event.dataTransfer.types, "Files") < 0) return;
      if (!document.querySelector("[data-drop]")) return;
      event.preventDefault(); // a file that misses the field must not take the page's place
      event.dataTransfer.dropEffect = drop ? "copy" : "none";
      if (drop) drop.classList.add("over");
    });
  });
  document.addEventListener("dragleave", function (event) { var drop = dropAt(event); if (drop) drop.classList.remove("over"); });
  document.addEventListener("drop", function (event) {
    if (!document.querySelector("[data-drop]")) return;
    event.preventDefault();
    var drop = dropAt(event);
    if (!drop) return;
    drop.classList.remove("over");
    var input = document.getElementById(drop.dataset.drop);
    input.files = event.dataTransfer.files;
    dropped(input.form);
  });
  document.addEventListener("change", function (event) {
    if (event.target.type === "file" && event.target.form) dropped(event.target.form);
  });

  // what is typed is held until it was taken: a reload loses nothing
  var KEPT = ["text", "addresses"];
  function forget() { KEPT.forEach(function (name) { try { sessionStorage.removeItem("parallax-" + name); } catch (error) { /* off */ } }); }
  document.addEventListener("input", function (event) {
    var form = event.target.form;
    if (!form || !form.dataset.collect) return;
    dirty = form.dataset.collect === "draft" || dirty;
    if (form.dataset.collect !== "give" || KEPT.indexOf(event.target.name) < 0) return;
    try { sessionStorage.setItem("parallax-" + event.target.name, event.target.value); } catch (error) { /* full, or off */ }
  });
  function restore(form) {
    KEPT.forEach(function (name) {
      var field = form.elements[name], held = null;
      try { held = sessionStorage.getItem("parallax-" + name); } catch (error) { /* off */ }
      if (field && held && !field.value) field.value = held;
    });
  }
  addEventListener("beforeunload", function (event) {
    if (dirty && document.querySelector("form[data-collect=draft]")) event.preventDefault();
  });

  // names of outlets are asked for when a field wants them
  document.addEventListener("focusin", function (event) {
    var place = event.target.dataset && event.target.dataset.names && document.getElementById("outlets");
    if (!place || place.childElementCount) return;
    fetch(event.target.dataset.names).then(function (answer) { return answer.ok ? answer.json() : []; }).then(function (names) {
      if (place.childElementCount) return;
      var all = document.createDocumentFragment();
      names.forEach(function (name) { var option = document.createElement("option"); option.value = name; all.appendChild(option); });
      place.appendChild(all);
    }, function () { /* said by the frame */ });
  });

  // work that goes on
  function look(work) {
    asking = true;
    fetch(work.dataset.poll).then(function (answer) { return answer.json(); }).then(function (job) {
      asking = false;
      if (!document.contains(work)) return;
      if (!job.open || job.id !== work.dataset.job) return redraw(location.pathname + location.search);
      var bar = document.getElementById("work-bar"), step = document.getElementById("work-step");
      if (step && step.textContent !== job.step) step.textContent = job.step;
      if (!bar) return;
      if (job.share === null) bar.removeAttribute("value"); else bar.value = job.share;
    }, function () { asking = false; });
  }

  setInterval(function () {
    var work = document.querySelector("[data-job]"), form = document.querySelector("form[data-collect=give]");
    if (form && form !== seen) { seen = form; restore(form); }
    if (work && !asking && document.visibilityState === "visible") look(work);
  }, EVERY);
})();
