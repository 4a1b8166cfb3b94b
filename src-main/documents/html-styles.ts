/** CSS of the print HTML: fonts, paragraph styles, tables, the on-screen preview. */

import { cssString } from './html-text.ts';
import type { PaperSettings } from './paper.ts';
import { cellPaddingMm, fontLineRatio, styleSizePt } from './styles.ts';

const subsets = [
  ['cyrillic', 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'],
  ['latin', 'U+0000-00FF,U+0131,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215'],
] as const;

const faces = [
  ['400', 'normal'],
  ['400', 'italic'],
  ['700', 'normal'],
  ['700', 'italic'],
] as const;

/**
 * Files a host serves under `fontBaseUrl`; they come from @fontsource/tinos/files.
 * @public the build copies them beside the bundles
 */
export const documentFontFiles: readonly string[] = subsets.flatMap(([subset]) =>
  faces.map(([weight, style]) => `tinos-${subset}-${weight}-${style}.woff2`),
);

/** Faces by `fontBaseUrl`; without one the system's Times or Liberation is relied upon. */
export const fontFaces = (baseUrl: string): string =>
  subsets
    .flatMap(([subset, range]) =>
      faces.map(([weight, style]) => {
        const url = cssString(`${baseUrl}/tinos-${subset}-${weight}-${style}.woff2`);
        return (
          `@font-face{font-family:'Tinos';font-style:${style};font-weight:${weight};` +
          `font-display:block;src:url(${url}) format('woff2');unicode-range:${range}}`
        );
      }),
    )
    .join('\n');

/** The text's look on a paper. */
export const textStyles = (paper: PaperSettings): string => `
*{box-sizing:border-box}
html,body{margin:0;padding:0;background:#fff;color:#000}
body{font-family:${cssString(paper.fontFamily)},'Times New Roman','Liberation Serif','Tinos',serif;
font-size:${paper.fontSizePt}pt;line-height:${fontLineRatio};hyphens:manual;orphans:2;widows:2;
overflow-wrap:break-word;-webkit-print-color-adjust:exact;print-color-adjust:exact}
p{margin:0;padding:0}
.title{font-weight:bold;margin:6pt 0 12pt}
.heading{font-weight:bold;margin:10pt 0 6pt}
.title,.heading{break-inside:avoid}
.body{line-height:${Math.round(fontLineRatio * paper.lineHeight * 1000) / 1000}}
.small{font-size:${styleSizePt('small', paper)}pt}
.note{font-size:${styleSizePt('note', paper)}pt}
.indent{text-indent:${paper.firstLineIndentMm}mm}
.keep{break-after:avoid}
tr.with-above{break-before:avoid}
.left{text-align:left}.center{text-align:center}.right{text-align:right}.justify{text-align:justify}
.bold{font-weight:bold}
.together{break-inside:avoid}
table{border-collapse:collapse;table-layout:fixed;border-spacing:0}
th,td{padding:${cellPaddingMm.top}mm ${cellPaddingMm.side}mm;vertical-align:top;text-align:left;
font-weight:normal;overflow-wrap:anywhere}
th.bold,td.bold{font-weight:bold}
th{text-align:center;vertical-align:middle}
th.left,td.left{text-align:left}th.center,td.center{text-align:center}
th.right,td.right{text-align:right}th.justify,td.justify{text-align:justify}
thead{display:table-header-group;break-inside:avoid}
tr{break-inside:avoid}
.grid-all th,.grid-all td{border:.5pt solid #000}
.grid-horizontal th,.grid-horizontal td{border-top:.5pt solid #000;border-bottom:.5pt solid #000}
.frame>tbody>tr>td{padding:0}
.frame .body{line-height:${fontLineRatio}}
.v-top{vertical-align:top}.v-center{vertical-align:middle}.v-bottom,.frame .v-bottom{vertical-align:bottom}
.rotated{writing-mode:sideways-lr;text-align:center;margin:0 auto}
${(['top', 'right', 'bottom', 'left'] as const)
  .map(
    (side) =>
      `.frame .rule-${side}{border-${side}:.5pt solid #000}.frame .cut-${side}{border-${side}:.75pt dashed #444}`,
  )
  .join('\n')}
.mono{font-family:'Courier New','Liberation Mono',monospace}
.qr{display:block;margin-left:auto;shape-rendering:crispEdges}
.page-break{break-before:page}
`;

/**
 * Preview: each section is fragmented into CSS columns, one column = one page. The parent counts
 * the pages as (scrollWidth + gap) / (width + gap) and shifts the section to show one of them.
 */
export const previewStyles = `
@media screen{
html.preview,html.preview body{overflow:hidden}
html.preview .sheet{width:var(--page-width);height:var(--page-height);column-width:var(--page-width);
column-gap:var(--page-gap);column-fill:auto;break-before:auto;overflow:visible}
html.preview .page-break{break-before:column}
}
`;
