namespace ApiAtlas.Report;

/// <summary>The page's style sheet: follows the reader's choice of light or dark.</summary>
internal static class PageStyle
{
    internal const string Css = """
        :root { color-scheme: light dark; --paper: #fbfaf7; --sea: #f1f3f4; --ink: #22262b; --faint: #6b7280; --line: #dcdfe3;
          --l: .56; --c: .15; --land: .2; --text-l: .42 }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #14171c; --sea: #1a1e25; --ink: #e8e9ec; --faint: #9aa2ae; --line: #2d333d;
            --l: .74; --c: .135; --land: .17; --text-l: .84 } }
        * { box-sizing: border-box }
        body { margin: 0 auto; max-width: 1680px; padding: 28px 32px 48px; background: var(--paper); color: var(--ink);
          font: 15px/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif }
        h1 { margin: 0; font: 600 34px/1.2 Georgia, "Liberation Serif", serif; letter-spacing: -.01em }
        header p { max-width: 900px; margin: 8px 0 14px; color: var(--faint) }
        #find { width: 260px; padding: 7px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--sea); color: inherit; font: inherit }
        #found { margin-left: 12px; color: var(--faint) }
        #map { display: block; width: 100%; margin: 16px 0 20px; border: 1px solid var(--line); border-radius: 14px; background: var(--sea);
          cursor: grab; touch-action: none; user-select: none }
        #map:active { cursor: grabbing }
        .land { fill: none; stroke: oklch(calc(var(--l) + var(--shade)) var(--c) var(--hue)); stroke-width: 32; stroke-linecap: round; stroke-opacity: var(--land); cursor: pointer }
        .links { fill: none; stroke: oklch(calc(var(--l) + var(--shade)) var(--c) var(--hue)); stroke-width: .6; stroke-opacity: .34; pointer-events: none }
        .dots { fill: oklch(calc(var(--l) + var(--shade)) var(--c) var(--hue)); stroke: var(--sea); stroke-width: .6 }
        .dots circle:hover { fill: var(--ink) }
        .dots .hit { fill: var(--ink); stroke: var(--ink); stroke-width: 4 }
        text { pointer-events: none; paint-order: stroke; stroke: var(--sea); stroke-linejoin: round }
        .country { font: 600 21px Georgia, "Liberation Serif", serif; text-anchor: middle; stroke-width: 5; stroke-opacity: .85;
          fill: oklch(var(--text-l) .12 var(--hue)) }
        .town { font: 11.5px system-ui, "Segoe UI", "Liberation Sans", sans-serif; stroke-width: 2.5; stroke-opacity: .8; fill: var(--ink) }
        .focused :is(.land, .links, .dots, text):not(.on) { opacity: .1 }
        #cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 12px }
        .card { display: flex; flex-direction: column; align-items: flex-start; gap: 5px; padding: 12px 14px; border: 1px solid var(--line); border-left: 6px solid oklch(calc(var(--l) + var(--shade)) var(--c) var(--hue));
          border-radius: 10px; background: var(--sea); color: inherit; font: inherit; text-align: left; cursor: pointer }
        .card:hover, .card[aria-pressed=true] { border-color: oklch(calc(var(--l) + var(--shade)) var(--c) var(--hue)) }
        .card b { font-size: 16px; color: oklch(var(--text-l) .12 var(--hue)) }
        .card span, .card small { color: var(--faint) }
        .card code { display: inline-block; color: var(--ink); margin: 0 2px 2px 0; padding: 0 5px; border-radius: 4px; background: var(--paper); font-size: 12px; overflow-wrap: anywhere }
        .card small { margin-top: auto }

        """;
}
