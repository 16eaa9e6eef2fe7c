import type { Page } from '@playwright/test';

/**
 * Where the words of the timelines run over each other, over a mark or a line, or out of the drawing, a line each. The number in a
 * mark belongs to it.
 */
export function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const drawing = document.querySelector('svg.timelines')!;
    const all = (selector: string) => [...drawing.querySelectorAll<SVGGraphicsElement>(selector)].map((element) => ({ element, box: element.getBoundingClientRect() }));
    const name = (element: Element) => `${element.getAttribute('class')} "${element.textContent}"`;
    // Boxes of text reach to the font's ascent and descent: what only these share is not seen.
    const meet = (a: DOMRect, b: DOMRect) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top + 2 < b.bottom && b.top < a.bottom - 2;
    const outer = drawing.getBoundingClientRect();
    const words = all('text:not(.turn)');
    const others = all('.mark, .missing, line');
    return words.flatMap(({ element, box }, i) => [
      ...words.slice(i + 1).concat(others).filter((other) => meet(box, other.box)).map((other) => `${name(element)} runs over ${name(other.element)}`),
      ...(box.left < outer.left - 1 || box.right > outer.right + 1 || box.bottom > outer.bottom + 1 ? [`${name(element)} runs out of the drawing`] : []),
    ]);
  });
}
