// Copying the address of a view, and printing it.
(function () {
  function copied(button) {
    button.textContent = "Link copied";
    var said = document.getElementById("said");
    if (said) said.textContent = "Link copied";
    setTimeout(function () { button.textContent = "Copy link"; }, 2500);
  }

  // pages that are not served by this machine itself may not use the clipboard: then the old way
  function byHand(text) {
    var field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    document.body.appendChild(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    return done;
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-copy], [data-print]");
    if (!button) return;
    if (button.hasAttribute("data-print")) return window.print();
    var text = location.href;
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { copied(button); }, function () {
        if (byHand(text)) copied(button);
      });
    } else if (byHand(text)) copied(button);
  });
})();
