/// The rules for every class that the charts use, for the page's style sheet. Colours are the page's custom
/// properties: `--text --muted --hairline --brand --attention --reference --map-0` to `--map-6`, and
/// `--chart-ground`, the colour behind the charts (without it: the browser's own).
public let styleSheet = """
  .chart { display: block; width: 100%; height: auto; overflow: visible; font-variant-numeric: tabular-nums; }
  .chart text { font-size: 13px; fill: var(--text); }
  .chart .chart-muted { fill: var(--muted); }
  .chart .chart-strong { font-weight: 600; }
  .chart .chart-rim { paint-order: stroke; stroke: var(--chart-ground, Canvas); stroke-width: 4px; stroke-linejoin: round; }
  .chart-value, .chart-rim, .chart-reference, .chart-weight, .chart-ring, .chart-casing { pointer-events: none; }
  .chart-axis { stroke: var(--muted); stroke-width: 1; }
  .chart-grid { stroke: var(--hairline); stroke-width: 1; }
  .chart-hit { fill: none; pointer-events: all; }
  .chart-bar { fill: var(--brand); }
  .chart-bar.chart-quiet { fill: var(--map-2); }
  .chart-hatch { stroke: var(--muted); stroke-width: 1.2; }
  .chart-missing { stroke: var(--muted); stroke-width: 1; }
  .chart-reference { stroke: var(--reference); stroke-width: 1.5; fill: none; }
  .chart-weight { fill: var(--reference); paint-order: stroke; stroke: var(--chart-ground, Canvas); stroke-width: 2; }
  .chart-casing { fill: none; stroke: var(--chart-ground, Canvas); stroke-width: 4.5; }
  .chart .chart-reference-label { fill: var(--reference); font-weight: 600; }
  .chart-line { fill: none; stroke: var(--brand); stroke-width: 2; stroke-linejoin: round; stroke-linecap: butt; }
  .chart-marker { fill: var(--brand); }
  .chart-leader { fill: none; stroke: var(--muted); stroke-width: .75; }
  .chart-series-0 { --chart-series: var(--series-0, var(--brand)); }
  .chart-series-1 { --chart-series: var(--series-1, var(--attention)); }
  .chart-series-2 { --chart-series: var(--series-2, var(--text)); }
  .chart-series-3 { --chart-series: var(--series-3, var(--muted)); }
  [class^="chart-series-"] .chart-line { stroke: var(--chart-series); }
  [class^="chart-series-"] .chart-marker { fill: var(--chart-series); }
  .chart [class^="chart-series-"] .chart-end { fill: var(--chart-series); }
  .chart-series-1 .chart-line { stroke-dasharray: 8 4; }
  .chart-series-2 .chart-line { stroke-dasharray: 2 3; }
  .chart-series-3 .chart-line { stroke-dasharray: 10 3 2 3; }
  .chart-pointer { fill: var(--text); }
  .chart-map-0 { fill: var(--map-0); }
  .chart-map-1 { fill: var(--map-1); }
  .chart-map-2 { fill: var(--map-2); }
  .chart-map-3 { fill: var(--map-3); }
  .chart-map-4 { fill: var(--map-4); }
  .chart-map-5 { fill: var(--map-5); }
  .chart-map-6 { fill: var(--map-6); }
  .chart-place { fill: var(--map-1); }
  .chart-place-here { fill: var(--brand); }
  .chart-map circle, .chart-map path, .chart .chart-swatch { stroke: var(--muted); stroke-width: .6; }
  .chart-map.chart-map-dense circle { stroke-width: .2; }
  .chart-map .chart-hit { stroke: none; }
  .chart-map .chart-casing { stroke: var(--chart-ground, Canvas); stroke-width: 6; }
  .chart-map .chart-ring { fill: none; stroke: var(--reference); stroke-width: 2.5; }
  .chart .chart-map-name { font-size: 15px; }
  .chart a { cursor: pointer; text-decoration: none; }
  .chart .chart-link { fill: var(--brand); }
  .chart-wide a:hover .chart-hit, .chart-narrow a:hover .chart-hit { stroke: var(--brand); stroke-width: 1; }
  .chart-map a:hover :not(.chart-hit) { stroke: var(--text); stroke-width: 2; }
  .chart a:focus { outline: none; }
  .chart a:focus-visible .chart-hit { stroke: var(--text); stroke-width: 2; }
  .chart-map a:focus-visible :not(.chart-hit) { stroke: var(--text); stroke-width: 3; }
  .chart-map:has(a:focus-visible) a:not(:focus-visible) { opacity: .3; }
  .chart-wide { max-width: 46rem; }
  .chart-narrow { display: none; max-width: 25rem; }
  .chart-map { max-width: 40rem; }
  .chart-legend { max-width: 16.5rem; }
  .chart-spark { display: inline-block; width: 6em; height: 1.5em; vertical-align: middle; overflow: visible; }
  .chart-spark .chart-line { stroke-width: 1.5; }
  .chart-frame-map { display: flex; flex-wrap: wrap; gap: 16px 32px; align-items: flex-end; }
  .chart-frame-map > .chart-map { flex: 1 1 20rem; }
  .chart-frame-map > .chart-legend { flex: 0 1 16.5rem; }
  .chart-note { flex: 1 0 100%; margin: 0; font-size: 14px; color: var(--muted); }
  @media (max-width: 520px) {
    .chart-frame > .chart-wide { display: none; }
    .chart-frame > .chart-narrow { display: block; }
  }
  @supports (container-type: inline-size) {
    .chart-frame { container-type: inline-size; }
    .chart-frame > .chart-wide { display: block; }
    .chart-frame > .chart-narrow { display: none; }
    @container (max-width: 520px) {
      .chart-frame > .chart-wide { display: none; }
      .chart-frame > .chart-narrow { display: block; }
    }
    @container (max-width: 420px) {
      .chart .chart-map-name { font-size: 18px; }
    }
  }
  @media print { .chart { break-inside: avoid; } }

  """
