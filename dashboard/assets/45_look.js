// The guided look: brings into view what a step is about, says it, and remembers that the look was had.
(function () {
  function had() {
    document.documentElement.setAttribute("data-look-had", "");
    try { localStorage.setItem("parallax-look", "had"); } catch (e) { /* storage is off: it invites again */ }
  }

  // after a page was drawn; `stay` when it is scrolled to where it was left
  function sync(stay) {
    document.querySelectorAll(".looked-at").forEach(function (one) { one.classList.remove("looked-at"); });
    var box = document.querySelector(".look");
    if (!box) return;
    if (box.hasAttribute("data-last")) had();
    var target = document.getElementById(box.dataset.target);
    if (target) {
      target.classList.add("looked-at");
      if (!stay) target.scrollIntoView({ block: "start" });
    }
    box.querySelector("h2").focus({ preventScroll: true });
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("[data-look-done]")) had();
  });
  // Escape closes the note of a mark first, then the look
  document.addEventListener("keydown", function (event) {
    var leave = document.querySelector(".look .look-leave"), note = document.querySelector(".why:not([hidden])");
    if (event.key === "Escape" && leave && !note) leave.click();
  }, true);

  window.parallax = window.parallax || {};
  window.parallax.syncLook = sync;
})();
