// Draws what nothing changes afterwards (dashboard/drawing.py) with React itself: one component for Dash, not thousands.
(function () {
  function attributes(given) {
    if (!given) return null;
    if (!given.href) return given;
    return Object.assign({}, given, { href: window.dash_clientside.clean_url(given.href) });
  }

  function element(node) {
    if (typeof node === "string") return node;
    var made = [node[0], attributes(node[1])];
    for (var at = 2; at < node.length; at += 1) made.push(element(node[at]));
    return React.createElement.apply(null, made);
  }

  window.parallax = window.parallax || {};
  window.parallax.Drawing = function (props) {
    return React.createElement.apply(null, [React.Fragment, null].concat(props.nodes.map(element)));
  };
})();
