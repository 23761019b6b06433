// Texts beside each other that scroll together: each fact to the sentence in which a text tells it.
(function () {
  function place(box, at, gently) {
    var facts = box.querySelectorAll(".steps li"), steps = box.querySelector(".stepper");
    at = Math.max(0, Math.min(at, facts.length));
    steps.dataset.at = String(at);
    box.querySelectorAll(".step").forEach(function (button) {
      var next = at + Number(button.dataset.step);
      button.disabled = next < 1 || next > facts.length;
    });
    if (!at) return;
    var said = "Fact " + at + " of " + facts.length + ": " + facts[at - 1].textContent;
    var shown = box.querySelector(".step-said");
    if (shown.textContent !== said) shown.textContent = said;
    box.querySelectorAll(".texts .column").forEach(function (column) {
      var found = [];
      column.querySelectorAll("[data-facts]").forEach(function (sentence) {
        var tells = sentence.dataset.facts.split(" ").indexOf(String(at)) >= 0;
        sentence.classList.toggle("told-now", tells);
        if (tells) found.push(sentence);
      });
      column.classList.toggle("tells-not", !found.length);
      if (!found.length) return;
      var top = column.scrollTop + found[0].getBoundingClientRect().top - column.getBoundingClientRect().top;
      column.scrollTo({ top: Math.max(0, top - column.clientHeight / 3), behavior: gently ? "smooth" : "auto" });
    });
  }

  function quiet() { return matchMedia("(prefers-reduced-motion: reduce)").matches; }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-step]");
    if (!button) return;
    var box = button.closest(".texts-box"), steps = box.querySelector(".stepper");
    place(box, Number(steps.dataset.at) + Number(button.dataset.step), !quiet());
    var url = new URL(location.href);
    url.searchParams.set("fact", steps.dataset.at);
    history.replaceState(history.state, "", url);
  });

  // the sentences of one text that a number was counted from
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-through]");
    if (!button) return;
    var steps = button.closest(".through"), numbers = steps.dataset.sentences.split(" ");
    var at = Number(steps.dataset.at) + Number(button.dataset.through);
    at = at < 1 ? numbers.length : at > numbers.length ? 1 : at;
    steps.dataset.at = String(at);
    document.querySelectorAll(".text .told-now").forEach(function (one) { one.classList.remove("told-now"); });
    var sentence = document.getElementById("s" + numbers[at - 1]);
    steps.querySelector(".through-said").textContent = "Sentence " + at + " of " + numbers.length;
    // the place is in the address: Back, reload and a link that is sent lead to it
    var url = new URL(location.href);
    url.searchParams.set("sentence", numbers[at - 1]);
    url.hash = "s" + numbers[at - 1];
    history.replaceState(history.state, "", url);
    if (!sentence) return;
    sentence.classList.add("told-now");
    sentence.scrollIntoView({ block: "center", behavior: quiet() ? "auto" : "smooth" });
  });

  window.parallax = window.parallax || {};
  // after a page was drawn: the fact that its address names
  window.parallax.syncFacts = function () {
    document.querySelectorAll(".texts-box").forEach(function (box) {
      if (!box.querySelector(".stepper")) return;
      place(box, Number(new URL(location.href).searchParams.get("fact")) || 0, false);
    });
  };
})();
