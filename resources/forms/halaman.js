/* Search, filter, open and close: all of the page can be read without this. */
(function () {
  "use strict";
  var form = document.getElementById("cari");
  var folds = [].slice.call(document.querySelectorAll("details"));
  var wasOpen = null;
  window.addEventListener("beforeprint", function () {
    wasOpen = folds.map(function (fold) { return fold.open; });
    folds.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folds.forEach(function (fold, at) { if (wasOpen) { fold.open = wasOpen[at]; } });
    wasOpen = null;
  });
  if (!form) { return; }

  var tree = document.getElementById("pohon");
  var field = document.getElementById("kata");
  var found = document.getElementById("hasil");
  var all = document.getElementById("buka");
  var chips = [].slice.call(form.querySelectorAll("[data-dana]"));
  var sectors = [].slice.call(tree.querySelectorAll(".bidang"));
  var subs = [].slice.call(tree.querySelectorAll(".sub"));
  var activities = [].slice.call(tree.querySelectorAll(".kegiatan")).map(function (row) {
    var funds = {};
    row.getAttribute("data-dana").split(" ").forEach(function (part) {
      var pair = part.split(":");
      if (pair.length === 2) { funds[pair[0]] = pair[1]; }
    });
    var above = row.parentNode.firstElementChild.textContent;
    return { row: row, funds: funds, text: plain(row.textContent + " " + above) };
  });
  var fund = "";

  function plain(text) {
    text = text.toLowerCase();
    text = text.normalize ? text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "") : text;
    return " " + text.replace(/[^a-z0-9.]+/g, " ").trim();
  }

  /* Amounts are sen: rupiah and sen are added apart, both stay whole numbers without loss. */
  function add(sum, sen) {
    sum.rupiah += Number(sen.slice(0, -2) || 0);
    sum.sen += Number(sen.slice(-2));
  }

  function told(sum) {
    var rupiah = sum.rupiah + Math.floor(sum.sen / 100), rest = sum.sen % 100;
    var text = String(rupiah).replace(/\B(?=(\d{3})+$)/g, ".");
    return rest ? text + "," + (rest < 10 ? "0" : "") + rest : text;
  }

  /* Words are found at their beginning; only where there are none of these, also inside others. */
  function fitting(words) {
    var found = [];
    [" ", ""].forEach(function (before) {
      if (found.length) { return; }
      found = activities.filter(function (one) {
        return (fund === "" || one.funds[fund] !== undefined) &&
          words.every(function (word) { return one.text.indexOf(before + word) >= 0; });
      });
    });
    return found;
  }

  function filter() {
    var words = plain(field.value).split(" ").filter(Boolean);
    var active = words.length > 0 || fund !== "";
    var count = 0, sum = { rupiah: 0, sen: 0 };
    var shown = fitting(words);
    activities.forEach(function (one) {
      var fits = shown.indexOf(one) >= 0;
      one.row.hidden = !fits;
      if (fits) {
        count += 1;
        Object.keys(one.funds).forEach(function (key) {
          if (fund === "" || key === fund) { add(sum, one.funds[key]); }
        });
      }
    });
    subs.forEach(function (sub) { sub.hidden = !sub.querySelector(".kegiatan:not([hidden])"); });
    sectors.forEach(function (sector) {
      sector.hidden = !sector.querySelector(".kegiatan:not([hidden])");
      sector.open = active && !sector.hidden;
    });
    subs.forEach(function (sub) { sub.open = true; });
    var said = form.getAttribute(count ? "data-cocok" : "data-kosong");
    found.textContent = active ? said.replace("{n}", count).replace("{amount}", told(sum)) : "";
    mark(active && count > 0);
  }

  function mark(opened) {
    all.setAttribute("aria-pressed", opened ? "true" : "false");
    all.textContent = all.getAttribute(opened ? "data-tutup" : "data-buka");
  }

  field.addEventListener("input", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  chips.forEach(function (chip) {
    chip.addEventListener("click", function () {
      fund = chip.getAttribute("data-dana");
      chips.forEach(function (one) { one.setAttribute("aria-pressed", one === chip ? "true" : "false"); });
      filter();
    });
  });
  all.addEventListener("click", function () {
    var opened = all.getAttribute("aria-pressed") !== "true";
    sectors.forEach(function (sector) { sector.open = opened; });
    activities.forEach(function (one) { if (!opened) { one.row.open = false; } });
    mark(opened);
  });
  form.hidden = false;
})();
