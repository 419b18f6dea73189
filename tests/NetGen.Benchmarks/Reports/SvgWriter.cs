using System;
using System.Security;
using System.Text;

namespace NetGen.Benchmarks.Reports;

/// <summary>The few shapes that a figure needs.</summary>
internal sealed class SvgWriter(int width, int height)
{
    private readonly StringBuilder _shapes = new();

    public void Rectangle(double x, double y, double w, double h, string fill) =>
        Shape($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{w:0.#}\" height=\"{h:0.#}\" fill=\"{fill}\"/>");

    public void Line(double x1, double y1, double x2, double y2, string stroke, double thickness = 1) =>
        Shape($"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{stroke}\" stroke-width=\"{thickness:0.#}\"/>");

    /// <param name="hint">What a browser shows when the mouse is over it.</param>
    public void Dot(double x, double y, double radius, string fill, string hint) =>
        Shape($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"{fill}\" stroke=\"#fff\"><title>{SecurityElement.Escape(hint)}</title></circle>");

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Text(double x, double y, string text, string anchor = "start", double size = 12, string fill = "#333", bool bold = false) =>
        Shape($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" font-size=\"{size:0.#}\" fill=\"{fill}\"{(bold ? " font-weight=\"600\"" : "")}>{SecurityElement.Escape(text)}</text>");

    public override string ToString() =>
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="system-ui, sans-serif">
        <rect width="{width}" height="{height}" fill="#fff"/>
        {_shapes}</svg>

        """;

    private void Shape(FormattableString shape) => _shapes.Append(FormattableString.Invariant(shape)).Append('\n');
}
