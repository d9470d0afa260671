// Runs before the first paint; a file of its own because the content policy allows no inline script.
(function () {
  var root = document.documentElement;
  root.dataset.page = /^\/(en\/?)?$/.test(location.pathname) ? 'home' : 'inner';
  try {
    var theme = localStorage.getItem('iforum.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage is blocked: the device decides.
  }
})();
