namespace ApiAtlas.Report;

/// <summary>What the page does: zoom and move, one region alone, find a type. Without it the map is still a map.</summary>
internal static class PageScript
{
    internal const string JavaScript = """
        const map = document.getElementById('map'), whole = map.viewBox.baseVal, home = [whole.x, whole.y, whole.width, whole.height];
        let view = [...home], alone = null;
        const show = () => map.setAttribute('viewBox', view.join(' '));
        const at = e => { const r = map.getBoundingClientRect(); return [(e.clientX - r.left) / r.width, (e.clientY - r.top) / r.height]; };

        map.addEventListener('wheel', e => {
          e.preventDefault();
          const [fx, fy] = at(e), width = Math.min(home[2], Math.max(90, view[2] * Math.exp(e.deltaY * 0.0015))), height = width * home[3] / home[2];
          view = [view[0] + fx * (view[2] - width), view[1] + fy * (view[3] - height), width, height];
          show();
        }, { passive: false });
        map.addEventListener('dblclick', () => { view = [...home]; show(); });

        let last = null, moved = 0;
        map.addEventListener('pointerdown', e => { last = at(e); moved = 0; });
        addEventListener('pointerup', () => last = null);
        map.addEventListener('pointermove', e => {
          if (!last) return;
          const [x, y] = at(e);
          moved += Math.abs(x - last[0]) + Math.abs(y - last[1]);
          view[0] -= (x - last[0]) * view[2]; view[1] -= (y - last[1]) * view[3];
          last = [x, y];
          show();
        });

        function focusOn(region) {
          alone = region === alone ? null : region;
          map.classList.toggle('focused', alone !== null);
          for (const part of map.querySelectorAll('.on')) part.classList.remove('on');
          if (alone !== null) for (const part of map.querySelectorAll('.r' + alone)) part.classList.add('on');
          for (const card of document.querySelectorAll('.card')) card.setAttribute('aria-pressed', card.dataset.region === alone);
        }
        map.addEventListener('click', e => {
          if (moved > 0.01) return;
          const land = e.target.closest('.land');
          if (land || alone !== null) focusOn(land ? land.dataset.region : alone);
        });
        for (const card of document.querySelectorAll('.card')) card.addEventListener('click', () => focusOn(card.dataset.region));

        const dots = [...map.querySelectorAll('circle')].map(dot => [dot, dot.textContent.split('\n')[0].toLowerCase()]);
        document.getElementById('find').addEventListener('input', e => {
          const wanted = e.target.value.trim().toLowerCase();
          let count = 0;
          for (const [dot, name] of dots) {
            const hit = wanted.length > 1 && name.includes(wanted);
            dot.classList.toggle('hit', hit);
            count += hit;
          }
          document.getElementById('found').textContent = wanted.length > 1 ? `${count} found` : '';
        });

        """;
}
