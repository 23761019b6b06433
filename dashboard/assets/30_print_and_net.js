// Paper is white; and a server that does not answer is said, not swallowed.
(function () {
  var before = null, root = document.documentElement, name = "data-mantine-color-scheme";
  addEventListener("beforeprint", function () {
    before = root.getAttribute(name);
    root.setAttribute(name, "light");
  });
  addEventListener("afterprint", function () { if (before) root.setAttribute(name, before); });

  function say(title, message) {
    if (!window.dash_clientside || !window.dash_clientside.set_props) return;
    window.dash_clientside.set_props("notifications", {
      sendNotifications: [{ action: "show", id: "network", title: title, message: message, color: "red" }],
    });
  }

  var fetched = window.fetch;
  window.fetch = function () {
    return fetched.apply(this, arguments).then(function (answer) {
      if (answer.status >= 400) say("Parallax answered " + answer.status, "The page stays as it was. Try to load it again.");
      return answer;
    }, function (error) {
      if (error && error.name === "AbortError") throw error;
      say("Parallax does not answer", "Is it still running? Start it again with: parallax serve");
      throw error;
    });
  };
})();
