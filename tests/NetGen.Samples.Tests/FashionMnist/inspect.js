// Looks at the page as it was rendered, and leaves what it saw in an element of its own.
addEventListener('load', () => {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });

  // The colour that comes out where colours lie on each other, whatever notation they have.
  function blend(colors) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 1, 1);
    for (const color of colors) {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  // The contrast of WCAG 2: from 1 to 21.
  function luminance(color) {
    const [r, g, b] = color.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(element) {
    const style = getComputedStyle(element);
    const backgrounds = [];
    for (let e = element; e; e = e.parentElement) {
      backgrounds.unshift(getComputedStyle(e).backgroundColor);
    }
    const [light, dark] = [blend(backgrounds), blend([...backgrounds, element instanceof SVGElement ? style.fill : style.color])]
      .map(luminance).sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  const hasText = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  const texts = [...document.querySelectorAll('body *')].filter(element => hasText(element) && element.getClientRects().length);
  const images = [...document.images];
  const weakest = texts.map(e => [contrast(e), e.textContent.trim()]).sort((a, b) => a[0] - b[0])[0];
  const report = {
    texts: texts.length,
    contrast: weakest[0],
    weakestText: weakest[1],
    background: luminance(blend([getComputedStyle(document.body).backgroundColor])),
    headings: [...document.querySelectorAll('h1, h2')].map(e => e.textContent),
    images: images.length,
    brokenImages: images.filter(e => !e.complete || !e.naturalWidth).length,
    imagesWithoutText: images.filter(e => !e.alt).length,
    charts: [...document.querySelectorAll('svg[role=img][aria-label]')].filter(e => e.getBoundingClientRect().height > 100).length,
    points: document.querySelectorAll('svg circle').length,
    confusion: [...document.querySelectorAll('.confusion tbody td:not(:last-child)')].map(e => Number(e.textContent)),
    tablesWithoutCaption: [...document.querySelectorAll('table')].filter(e => !e.caption).length,
    requests: performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:')).length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
  document.body.append(Object.assign(document.createElement('pre'), { id: 'inspection', textContent: JSON.stringify(report) }));
});
