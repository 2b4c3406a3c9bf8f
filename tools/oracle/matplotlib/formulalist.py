"""Where matplotlib puts the characters and bars of formulas: `<out>/boxes.txt`, a line each.

Fields are separated by tabs: points, dpi, the formula, `width height depth`, for each character its code point,
its size in points, and its place, and for each bar `x y width height`. Numbers are in pixels, y up from the lowest
row, as the parser's vector output has them: before anything is rounded to pixels.
"""

from matplotlib.font_manager import FontProperties
from matplotlib.mathtext import MathTextParser

from scenes.formulas import lists

SIZES = [(10, 100), (14, 100), (7.5, 96.5), (100, 72)]
MORE = r"""
$\underline{x}$
$\underline{x_1^2}+\overline{y_1^2}$
$\overline{\overline{ab}}$
$a\underline{\underline{gq}}b$
$\sqrt{x}$
$\sqrt{\frac{x^2}{y}}$
$\sqrt[3]{x+1}$
$\sqrt[n+1]{\sqrt[7]{g}}$
$x_{a_{b_c}}^{d^{e^f}}$
$x'^2_i$
$f''(x)$
$y'_{n'}$
${}_a^bX_c^d$
$A_f^g W^{W_W}_{j}$
$\frac{a}{b}$
$\frac{\frac{a}{b}}{\frac{c_1}{d^2}}$
$\dfrac{x^2}{y_j}+\frac{x^2}{y_j}$
$\frac{1}{\sqrt{\frac{2}{g}}}$
$\binom{n}{k}$
$\binom{\frac{n}{2}}{k^2}$
$\genfrac{[}{\}}{2}{0}{a+b}{c}$
$\genfrac{(}{)}{0}{1}{a+b}{c^2}$
$\genfrac{}{}{1.5}{2}{y}{x}$
$\sum_{i=1}^{n} i$
$\prod^{a+b+c+d}_{j} j$
$\int_0^\infty e^{-x}dx$
$\oint_{\partial V}^{2}$
$\iint_D f$
$\lim_{x \to 0} f$
$\max_{a\in A}\sup^{b}$
$\sin x+\cos^2 x_1$
$\operatorname{argmin}_x f$
$\left(\frac{a}{b}\right)^2$
$\left[\frac{a}{\frac{b}{c}}\right]_0$
$\left\{\sum_{i=0}^{n}x\right\}$
$\left\langle a \middle| \frac{b}{c} \right\rangle$
$\left.\frac{df}{dx}\right|_{x=0}$
$\hat{a}\tilde{b}\bar{c}\dot{d}\ddot{e}\vec{f}$
$\hat{\hat{W}}_i^{\bar{k}}$
$\widehat{xyz}\widetilde{abc}\widebar{ij}$
$\acute{\imath}\grave{o}\breve{u}\check{f}$
$\dddot{x}\ddddot{y}\mathring{A}\overrightarrow{ab}$
$\overset{!}{=}\underset{x\to 0}{y}$
$\overset{abcdef}{x}\underset{y}{abcdef}$
$\substack{a\\bc\\d}$
$\sum_{\substack{i<n\\j<m}}x$
$a+b-c\times d/e=f<g>h,i;j:k.l!$
$-a\ (-b)\ {=}c\ +d$
$a\,b\:c\;d\!e\ f\quad g\qquad h$
$a\hspace{0.7}b~c$
$1,234.5{,}6$
$\alpha\beta\Gamma\Delta\varepsilon\vartheta$
$\mathrm{abc}\mathbf{abc}\mathit{abc}\mathbfit{abc}$
$\mathtt{abc}\mathcal{ABC}\mathbb{RQZ}\mathfrak{Ag}\mathscr{LF}\mathsf{xy}$
$\mathrm{a}\mathbf{x_{\mathit{y}}}z$
$\bf x y \rm z \it w$
$\text{for } x_{\text{max}}$
$\leq\geq\neq\approx\rightarrow\Leftrightarrow\in\subset\cup\forall\exists\partial\nabla\infty$
$\cdot\cdots\ldots\pm\mp\oplus\star\circ\bullet$
$A\!V\ AV\ WA\ To$
$x^{\frac{1}{2}}_{\sqrt{2}}$
$\frac{\sum_{i}^{n}x_i}{\int_a^b}$
$|x|\ \|x\|$
$\left\|\frac{x}{y}\right\|\left\lfloor z\right\rceil$
$\left/\frac{a}{b}\right\backslash$
$\left\uparrow\frac{\frac{a}{b}}{\frac{\frac{c}{d}}{e}}\right\Downarrow$
text $x$ and $y_1$ more
$\phantom{x}$
$\boldsymbol{a+\beta}$
$x^2{}^3$
$(((x)))_{((a))}$
$g_g^g\ \frac{g}{g}\ y_y$
$\int_{a}^{b}\!\!\int^{c}\sum'_{i}$
$^\circ C\ 10^{-3}\ _2$
""".strip().splitlines()


def line(parser, string, points, dpi):
    try:
        found = parser.parse(string, dpi, FontProperties(size=points))
    except ValueError:
        return None
    numbers = lambda values: " ".join(repr(float(v)) for v in values)
    characters = ";".join(f"{code} {numbers((size, x, y))}" for _, size, code, _, x, y in found.glyphs)
    bars = ";".join(map(numbers, found.rects))
    return "\t".join((repr(points), repr(dpi), string, numbers(found[:3]), characters, bars))


def write(file):
    parser = MathTextParser("path")
    listed = [string for strings in lists().values() for string in strings]
    strings = dict.fromkeys(s for s in listed + MORE if "$" in s)
    lines = (line(parser, s, *size) for i, s in enumerate(strings) for size in (SIZES[i % 4], SIZES[(i + 1) % 4]))
    file.write_text("\n".join(filter(None, lines)) + "\n", encoding="utf-8")
