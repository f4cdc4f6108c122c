"""Charts as SVG, readable on a light and on a dark page."""

from xml.sax.saxutils import escape

_WIDTH = 760
_LEFT = 230
_ROW = 26
_COLOURS = {"Passport": "#2563eb", "limit": "#9ca3af", "peer": "#d97706"}
_STYLE = "font-family='system-ui, sans-serif' font-size='13' fill='#1f2937'"


def bars(title, rows):
    """
    Horizontal bars.

    rows: label, value and kind of each: "Passport", "limit" or "peer"
    """
    largest = max(value for _, value, _ in rows)
    parts = []
    for index, (label, value, kind) in enumerate(rows):
        y = 44 + index * _ROW
        width = max(1, value / largest * (_WIDTH - _LEFT - 90))
        parts.append(f"<text x='{_LEFT - 8}' y='{y + 15}' text-anchor='end'>{escape(label)}</text>"
                     f"<rect x='{_LEFT}' y='{y}' width='{width:.0f}' height='20' fill='{_COLOURS[kind]}'/>"
                     f"<text x='{_LEFT + width + 6:.0f}' y='{y + 15}'>{value:,.0f}</text>")
    return _svg(title, 54 + len(rows) * _ROW, parts)


def curve(title, values, level, level_name):
    """A column for each second, and a horizontal line at a level."""
    height, bottom, left = 210, 270, 60
    highest = max(*values, level) * 1.05
    width = (_WIDTH - left - 20) / len(values)
    parts = []
    for second, value in enumerate(values):
        size = value / highest * height
        parts.append(f"<rect x='{left + second * width + 1:.1f}' y='{bottom - size:.1f}' width='{width - 2:.1f}' height='{size:.1f}'"
                     f" fill='{_COLOURS['Passport']}'/>")
        if second == 0 or (second + 1) % 5 == 0:
            parts.append(f"<text x='{left + (second + 0.5) * width:.1f}' y='{bottom + 18}' text-anchor='middle'>{second + 1}</text>")
    line = bottom - level / highest * height
    parts.append(f"<line x1='{left}' x2='{_WIDTH - 20}' y1='{line:.1f}' y2='{line:.1f}' stroke='{_COLOURS['peer']}' stroke-dasharray='6 4'/>"
                 f"<text x='{left + 6}' y='{line - 5:.1f}'>{escape(level_name)}: {level:,.0f}</text>"
                 f"<text x='{left - 6}' y='{bottom}' text-anchor='end'>0</text>"
                 f"<text x='{(left + _WIDTH) / 2:.0f}' y='{bottom + 36}' text-anchor='middle'>second since ready</text>")
    return _svg(title, bottom + 50, parts)


def _svg(title, height, parts):
    return (f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {_WIDTH} {height}' width='{_WIDTH}' height='{height}' {_STYLE}>"
            f"<rect width='100%' height='100%' rx='8' fill='#ffffff'/>"
            f"<text x='16' y='28' font-size='15' font-weight='600'>{escape(title)}</text>" + "\n".join(parts) + "</svg>\n")
