"""Pictures for the page of measurements: one column for each room size, on a scale of ratios. Plain SVG, no script."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from tests.bench.report import number

_WIDTH, _HEIGHT = 640, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 20, 50, 50
_BAR = 44


@dataclass(frozen=True, slots=True)
class Column:
    """One figure: the median with least and most, and the two goals where there are any."""

    label: str
    median: float
    least: float
    most: float
    must: float | None = None
    aim: float | None = None


def picture(title: str, columns: Sequence[Column]) -> str:
    """All columns side by side; 1 is the one they are held against."""
    values = [v for c in columns for v in (c.least, c.most, c.must, c.aim) if v is not None and v > 0] or [1.0]
    low = 10 ** math.floor(math.log10(min([*values, 0.5])))
    high = 10 ** math.ceil(math.log10(max([*values, 2.0])))
    inner = [*_scale(low, high)]
    room = (_WIDTH - _LEFT - _RIGHT) / max(len(columns), 1)
    for place, column in enumerate(columns):
        inner += _column(column, _LEFT + room * (place + 0.5), low, high)
    described = "; ".join(f"{c.label}: {number(c.median)}" for c in columns)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
            'font-family="system-ui, sans-serif" font-size="13">',
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(described)}</desc>",
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
            f'<text x="{_LEFT}" y="24" font-size="15" font-weight="600">{escape(title)}</text>',
            f'<text x="{_LEFT}" y="41" fill="#555">line: what must be; dashes: what is aimed at</text>',
            *inner,
            "</svg>\n",
        )
    )


def _y(value: float, low: float, high: float) -> float:
    part = math.log(value / low) / math.log(high / low)
    return _HEIGHT - _BOTTOM - part * (_HEIGHT - _TOP - _BOTTOM)


def _scale(low: float, high: float) -> list[str]:
    lines = []
    value = low
    while value <= high * 1.001:
        y = _y(value, low, high)
        colour = "#888" if math.isclose(value, 1) else "#ddd"
        lines.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="{colour}"/>')
        lines.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="#555">{value:g}</text>')
        value *= 10
    return lines


def _column(column: Column, middle: float, low: float, high: float) -> list[str]:
    top, ground = _y(column.median, low, high), _HEIGHT - _BOTTOM
    left, right = middle - _BAR / 2, middle + _BAR / 2
    lines = [
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{_BAR}" height="{ground - top:.1f}" fill="#2f6f6a"/>',
        f'<path d="M{middle:.1f} {_y(column.least, low, high):.1f}V{_y(column.most, low, high):.1f}" stroke="#12302e" '
        'stroke-width="2"/>',
        f'<text x="{middle:.1f}" y="{top - 8:.1f}" text-anchor="middle">{number(column.median)}</text>',
        f'<text x="{middle:.1f}" y="{ground + 20}" text-anchor="middle">{escape(column.label)}</text>',
    ]
    for bound, dashes in ((column.must, ""), (column.aim, ' stroke-dasharray="4 3"')):
        if bound is not None:
            y = _y(bound, low, high)
            lines.append(
                f'<path d="M{left - 12:.1f} {y:.1f}H{right + 12:.1f}" stroke="#b3541e" stroke-width="2"{dashes}/>'
            )
    return lines
