// Runs before anything is drawn: the colour scheme chosen last time, else the system's, so that nothing flashes; and
// whether the guided look was had.
(function () {
  var chosen = null;
  try { chosen = localStorage.getItem("mantine-color-scheme-value"); } catch (e) { /* storage is off: the system's */ }
  if (chosen !== "dark" && chosen !== "light") {
    chosen = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  document.documentElement.setAttribute("data-mantine-color-scheme", chosen);
  try { if (localStorage.getItem("parallax-look")) document.documentElement.setAttribute("data-look-had", ""); } catch (e) { /* off */ }
})();
