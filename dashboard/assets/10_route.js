// Moving between pages without loading anew, and what a person needs on arrival: title, focus, scroll position.
(function () {
  var next = { stay: false, restore: history.state && typeof history.state.y === "number" ? history.state.y : null, first: true };
  var run = 0;

  function announce() { window.dispatchEvent(new CustomEvent("_dashprivate_pushstate")); }

  // with `instead` the address takes the place of the one that is left
  function go(url, stay, instead) {
    history.replaceState(Object.assign({}, history.state, { y: scrollY }), "");
    run += 1;
    next.stay = stay;
    next.restore = stay ? scrollY : null;
    if (instead) history.replaceState(history.state, "", url);
    else history.pushState({}, "", url);
    announce();
  }

  // forms that choose what is shown: their address is that of the page, and what is typed shows at once
  var typing = null;
  function choose(form, instead) {
    clearTimeout(typing);
    var url = new URL(form.action);
    new FormData(form).forEach(function (value, name) { if (value) url.searchParams.append(name, value); });
    if (url.href !== location.href) go(url.href, true, instead);
  }
  document.addEventListener("submit", function (event) {
    if (!event.target.hasAttribute("data-choose")) return;
    event.preventDefault();
    choose(event.target, false);
  });
  document.addEventListener("change", function (event) {
    var form = event.target.form;
    if (form && form.hasAttribute("data-choose") && event.target.type !== "search") choose(form, false);
  });
  document.addEventListener("input", function (event) {
    var form = event.target.form;
    if (!form || !form.hasAttribute("data-choose") || event.target.type !== "search") return;
    clearTimeout(typing);
    typing = setTimeout(function () { choose(form, true); }, 250);
  });

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.getAttribute("href").charAt(0) === "#") return;
    event.preventDefault();
    if (link.pathname === location.pathname && link.search === location.search) {
      history.pushState({}, "", link.href);
      return toHash(false);
    }
    go(link.href, link.hasAttribute("data-stay"));
  });

  addEventListener("popstate", function (event) {
    run += 1; // what still waits to settle belongs to the page that is left
    next.stay = false;
    next.restore = event.state && typeof event.state.y === "number" ? event.state.y : null;
  });

  function toHash(onlyIfThere) {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) return !onlyIfThere;
    for (var at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView({ block: id.charAt(0) === "s" ? "center" : "start" });
    if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
    return true;
  }

  // what the forms that choose show is what the address says
  function syncForms() {
    var asked = new URL(location.href).searchParams;
    document.querySelectorAll("form[data-choose]").forEach(function (form) {
      Array.prototype.forEach.call(form.elements, function (field) {
        if (!field.name || field === document.activeElement) return;
        var value = asked.get(field.name) || "";
        if (field.value !== value) field.value = value;
      });
    });
  }

  function settle(info, tries, mine) {
    if (mine !== run) return; // somebody went on meanwhile
    document.title = info.title === "Parallax" ? info.title : info.title + " · Parallax";
    document.querySelectorAll("[data-nav]").forEach(function (link) {
      if (link.dataset.nav === info.section) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
    syncForms();
    window.parallax.syncMarks();
    window.parallax.syncFacts();
    if (next.restore !== null) {
      scrollTo(0, next.restore);
      // the page may still be growing: the answer is here before it is drawn
      if (Math.abs(scrollY - next.restore) > 4 && tries > 0) {
        return setTimeout(function () { settle(info, tries - 1, mine); }, 60);
      }
    }
    else if (location.hash && toHash(true)) { /* there */ }
    else if (location.hash && tries > 0) return setTimeout(function () { settle(info, tries - 1, mine); }, 60);
    else if (!next.first && !next.stay) {
      scrollTo(0, 0);
      var title = document.getElementById("page-title");
      if (title) title.focus({ preventScroll: true });
    }
    window.parallax.syncLook(next.restore !== null);
    next = { stay: false, restore: null, first: false };
  }

  window.parallax = window.parallax || {};
  window.parallax.go = go;
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.parallax = {
    arrived: function (info) {
      if (!info) return window.dash_clientside.no_update;
      var silent = next.first || next.stay;
      var mine = ++run;
      requestAnimationFrame(function () { setTimeout(function () { settle(info, 50, mine); }, 0); });
      return silent ? "" : info.title;
    },
  };
})();
