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
$f'^{a} f^{a}' f^{\frac{1}{2}}' f^{ab}{}'' 'x '_2 '^{3}+y$
$x_{\frac{A^B}{C_D}}+x_{\overline{\frac{a}{b}}}$
$\int_a^b x \oint \int' \iint_{a}$
$\dfrac{g_{y_j}}{y^{2^2}}+\dfrac{y}{\frac{\frac{a}{b}}{c}}$
$\genfrac{}{}{3}{0}{g_{y_j}}{\frac{A}{b}}\genfrac{}{}{3}{1}{g_{y_j}}{\frac{A}{b}}$
$\genfrac{(}{)}{0}{0}{\frac{a}{g_y}}{\frac{A^2}{b}}\genfrac{(}{)}{0}{1}{\frac{a}{g_y}}{\frac{A^2}{b}}$
$\genfrac{}{}{1}{}{a}{b}\genfrac{}{}{1}{2}{a}{b}\genfrac{}{}{1}{3}{a}{b}$
$\genfrac{[}{}{1}{0}{a}{b}\genfrac{}{]}{1}{0}{a}{b}$
$\frac{\underline{x}}{y}+\frac{x}{\underline{\underline{y}}}$
$x_{\underline{a}}^{\underline{b_g}}\sqrt{\underline{x}}$
$a^{b^{c^{d^{e^{f^{g^{h}}}}}}}_{i_{j_{k_{l_{m_{n_{o}}}}}}}$
$\sqrt{x_{y_{z_q}}}+\sqrt{\frac{a}{b_{c_d}}}+\sqrt{g}+\sqrt{\sqrt{y_g}}$
$\overline{x_{y_g}}+\overline{\frac{a}{b_{c_d}}}$
$\mathrm{a\mathdefault{bWx}}\mathbf{a\mathit{bWx}}\mathrm{x\mathbfit{yWx}}\mathbf{a\mathnormal{bWx}}$
$\mathit{\mathbb{RNZ}ab}\mathbfit{\mathfrak{Gg}\mathbb{R}xy}\mathdefault{\mathbb{RNZ}\mathscr{G}xy}$
$\text{if {a} is}b\text{\{x\}}c$
$a\ldotp b$
$a\cdotp b$
$a\colon d$
$caf\'e\ é\ naïve\ ж$
$\ddddot{y}x$
$\dddot{y}x$
$\widebar{ij}x$
$\left<a\middle|b\right>c$
$\left<\frac{\frac{a}{b}}{c}\right>\left|\frac{\frac{a}{b}}{c}\right|$
$\mathtt{\Cap\Vdash\perp x}$
$\mathbfit{\Cap\Cup x}\mathit{\Cap\Cup x}\mathrm{\Cup\Cap x}\mathbf{\Cup\Cap x}$
$-1\ [-1\ <-1\ >-1\ :-1\ (+2\ a<-b$
$\{-1\}\ =-1\ a,-1$
$a,b{,}c{,d},{e,}\ 1,2.3\ .5\ 5.\ a.b$
$1.2\ 1 . 2\ 1.a\ a.1$
$\sin^2x\,\max_i'x\ \sum'x$
$\sum_{\sum_a^b}^{\frac{a}{b}}x\ \bigcap_{i_{j}}^{n^{2}}\ \prod_{abcdefgh}$
$\overset{a^2_g}{\underset{b}{x_g}}\ \underset{\frac{a}{b}}{\overset{\frac{a}{b}}{X}}$
$∫_a^b\ \iint_a^b\ \oiint_a^b\ ∮_a^b$
$\mathnormal{ᶁᶄ}ᶊの\mathrm{ᶁ}$
$f^\overset{a}{b}'+f^2'$
$x{y}_2{z_1}^2\ {{x}_1}_2$
$'_2+x$
$\boldsymbol{\mathbb{R}+\mathcal{B}a\mathfrak{g}}$
$\boldsymbol{\bot a}$
$\boldsymbol{\cal Bx}$
$('_2)'^2$
$\text{\{x}b\text{y\}}c$
$\mathbfit{\mathcal{ab}R}\mathbf{\mathcal{ab}}\mathbfit{\mathsf{A}}$
$\mathbf{a\mathit{\mathbb{RNZ}ab}}\mathbf{a\mathdefault{\mathbb{RNZ}}}$
$\mathbf{\mathnormal{\mathbb{RNZ}}}\mathbb{R\mathdefault{R}}$
$\mathit{\Cup\mathbf{\Cup}}\Cup\Cap$
$\genfrac{}{}{5}{0}{a}{b}\genfrac{}{}{5}{0}{g_g}{A}$
$\genfrac{(}{)}{0}{0}{g_{y_j}}{A^{2^2}}\genfrac{(}{)}{0}{0}{y_{y_{y_y}}}{\frac{\frac{A}{b}}{2}}$
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
