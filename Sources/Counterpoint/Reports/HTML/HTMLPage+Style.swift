extension HTMLPage {
    /// How the page looks: on screens wide and narrow, light and dark, and on paper.
    static let style = """
        :root {
          --paper: #fdfdfb; --ink: #1c1b1a; --faint: #6b6861; --line: #d9d6cf; --card: #ffffff;
          --error: #b3261e; --warning: #8f5300; --info: #1b5e9e;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #171716; --ink: #e9e6e1; --faint: #a39f97; --line: #3a3835; --card: #1f1e1d;
            --error: #ff8a80; --warning: #f2b45c; --info: #84bdf5;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.5 system-ui, sans-serif; }
        h1, h2, h3 { line-height: 1.25; }
        h1 { margin: 0; font-size: 1.75rem; }
        h2 { margin: 2.5rem 0 0.25rem; font-size: 1.3rem; border-bottom: 1px solid var(--line); padding-bottom: 0.3rem; }
        h2 small { color: var(--faint); font-weight: normal; overflow-wrap: anywhere; }
        h3 { margin: 0 0 0.25rem; font-size: 1.05rem; }
        h4 { margin: 0.75rem 0 0.25rem; font-size: 0.95rem; }
        p { margin: 0.25rem 0 0.75rem; }
        a { color: inherit; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; margin: 0.75rem 0; }
        th, td { text-align: right; padding: 0.25rem 0.75rem; border-bottom: 1px solid var(--line); font-weight: normal; }
        th:first-child { text-align: left; }
        thead th { color: var(--faint); }
        td { min-width: 4rem; font-variant-numeric: tabular-nums; }
        .choice { border: 0; padding: 0; margin: 0.5rem 0; }
        .choice legend { float: left; margin-right: 0.75rem; padding: 0; color: var(--faint); }
        .choice label { margin-right: 1rem; white-space: nowrap; }
        body:has(#show-error:not(:checked)) article.error,
        body:has(#show-warning:not(:checked)) article.warning,
        body:has(#show-info:not(:checked)) article.info { display: none; }
        .error { --mark: var(--error); }
        .warning { --mark: var(--warning); }
        .info { --mark: var(--info); }
        td.error, td.warning, td.info { color: var(--mark); font-weight: 600; }
        article { margin: 1rem 0; padding: 0.9rem 1rem; background: var(--card); border: 1px solid var(--line);
          border-left: 0.3rem solid var(--mark); border-radius: 0.3rem; }
        .badge { display: inline-block; padding: 0 0.5rem; border: 1px solid var(--mark); border-radius: 1rem; color: var(--mark);
          font-size: 0.8rem; font-weight: 600; }
        .rule { color: var(--faint); font: 0.85rem ui-monospace, monospace; }
        figure { margin: 0.5rem 0; }
        figcaption { color: var(--faint); font-size: 0.9rem; }
        svg.score { display: block; max-width: none; }
        details summary { cursor: pointer; color: var(--faint); }
        .rules section { margin: 1.5rem 0; }
        footer { margin-top: 3rem; color: var(--faint); font-size: 0.9rem; }
        @media print {
          :root { --paper: #fff; --ink: #000; --faint: #444; --line: #bbb; --card: #fff;
            --error: #b3261e; --warning: #8f5300; --info: #1b5e9e; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          article, .rules section, tr { break-inside: avoid; }
          h2, h3 { break-after: avoid; }
          .choice, details { display: none; }
          .wide { overflow: visible; }
          svg.score { max-width: 100%; height: auto; }
        }
        """
}
