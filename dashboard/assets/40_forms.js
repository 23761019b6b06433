// A form whose answer is an address: its filled fields become the address's, and the page is drawn without loading anew.
document.addEventListener("submit", function (event) {
  var form = event.target.closest && event.target.closest("form[data-go]");
  if (!form) return;
  event.preventDefault();
  var url = new URL(form.getAttribute("action"), location.href);
  new URLSearchParams(form.dataset.keep || "").forEach(function (value, name) { url.searchParams.append(name, value); });
  new FormData(form).forEach(function (value, name) {
    if (typeof value !== "string") return;
    value.split("\u001f").forEach(function (each) { if (each.trim()) url.searchParams.append(name, each.trim()); });
  });
  window.parallax.go(url.pathname + url.search, true);
});
