"""A face as SVG: from a look and an expression, in a 240 x 280 box. No clip paths, because nanosvg has none."""

from game.screens.faces import Expression, Look

VIEW = (240, 280)


#: Where the head can be, whatever its expression: x, y, width, height.
HEAD = (36, 0, 168, 222)


def behind(look: Look) -> str:
    """The body of what no expression changes: the ground, the hair behind the head, the dress."""
    return f"{_colours(look)}{_ground(look)}{_small(look)}{_hair_behind(look)}{_dress(look)}</g>"


def head(look: Look, face: Expression) -> str:
    """The body of the head, to be laid over ``behind``; in a box of the size of ``HEAD``."""
    parts = [_colours(look), f'<g transform="translate({-HEAD[0]} {-HEAD[1]})">', _small(look)]
    parts.append(f'<g transform="rotate({face.head:.2f} 120 190)">')
    parts += [_head(look, face), _lines(look), _beard(look), _eyes(look, face), _brows(look, face), _nose(look)]
    parts += [_mouth(look, face), _freckles(look), _hair(look), _aid(look), _glasses(look), "</g></g></g>"]
    return "".join(parts)


def _small(look: Look) -> str:
    """Opens the group that everybody is drawn in; a child fills less of the frame."""
    return '<g transform="translate(17 51) scale(0.86 0.82)">' if look.small else "<g>"


def _gradient(name: str, stops: tuple[tuple[str, str], ...], down: bool = False) -> str:
    end = 'x2="0%" y2="100%"' if down else 'x2="100%" y2="0%"'
    body = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in stops)
    return f'<linearGradient id="{name}" x1="0%" y1="0%" {end}>{body}</linearGradient>'


def _colours(look: Look) -> str:
    """The gradients that the parts are painted with."""
    light, dark = look.ground
    skin = (("0%", look.light), ("14%", look.skin), ("86%", look.skin), ("100%", look.shade))
    return (
        "<defs>"
        + _gradient("ground", (("0%", light), ("100%", dark)), down=True)
        + _gradient("skin", skin)
        + _gradient("coat", (("0%", look.coat), ("100%", look.coat_dark)))
        + "</defs>"
    )


def _ground(look: Look) -> str:
    dark = look.ground[1]
    return (
        '<rect width="240" height="280" fill="url(#ground)"/>'
        + f'<path d="M150 0 L240 0 L240 280 L196 280 Z" fill="{dark}" fill-opacity="0.35"/>'
    )


def _hair_behind(look: Look) -> str:
    if look.style == "bob":
        shape = "M58 120 C50 40 190 40 182 120 C186 170 184 196 176 204 L64 204 C54 196 54 160 58 120 Z"
        return f'<path d="{shape}" fill="{look.hair}"/>'
    if look.style == "bun":
        curl = f'<path d="M100 34 C108 20 132 20 140 34" stroke="{look.hair_light}" stroke-width="3" fill="none"/>'
        return f'<circle cx="120" cy="40" r="27" fill="{look.hair}"/>{curl}'
    if look.style == "long":
        shape = "M58 118 C48 36 192 36 182 118 C184 164 200 206 196 240 L44 240 C40 206 56 164 58 118 Z"
        return f'<path d="{shape}" fill="{look.hair}"/>'
    return ""


def _dress(look: Look) -> str:
    return _coat(look) if look.dress == "coat" else _jumper(look)


def _jumper(look: Look) -> str:
    """A round neck; pyjamas have planets on them."""
    planets = "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="{look.shirt}"/>'
        f'<path d="M{x - 1.7 * r:.1f} {y + 0.5 * r:.1f} L{x + 1.7 * r:.1f} {y - 0.5 * r:.1f}" stroke="{look.shirt}" '
        'stroke-width="1.6"/>'
        for x, y, r in ((56, 252, 7), (104, 270, 5), (150, 256, 8), (192, 262, 6))
    )
    return (
        '<path d="M14 280 C16 232 52 220 92 208 L148 208 C188 220 224 232 226 280 Z" fill="url(#coat)"/>'
        + (planets if look.dress == "pyjamas" else "")
        + f'<path d="M98 172 L98 206 C104 226 136 226 142 206 L142 172 Z" fill="{look.shade}"/>'
        f'<path d="M90 209 C98 236 142 236 150 209" stroke="{look.coat_dark}" stroke-width="8" fill="none" '
        'stroke-linecap="round"/>'
    )


def _coat(look: Look) -> str:
    tie = (
        f'<path d="M113 232 L127 232 L131 246 L126 280 L114 280 L109 246 Z" fill="{look.tie}"/>'
        f'<path d="M112 226 L128 226 L124 240 L116 240 Z" fill="{look.tie}"/>'
    )
    return (
        '<path d="M14 280 C16 232 52 220 92 208 L148 208 C188 220 224 232 226 280 Z" fill="url(#coat)"/>'
        f'<path d="M92 206 L120 252 L148 206 L142 196 L98 196 Z" fill="{look.shirt}"/>'
        + (tie if look.tie else "")
        + f'<path d="M92 206 L70 222 L104 270 L114 250 Z" fill="{look.coat_dark}"/>'
        f'<path d="M148 206 L170 222 L136 270 L126 250 Z" fill="{look.coat_dark}"/>'
        f'<path d="M98 172 L98 206 C104 226 136 226 142 206 L142 172 Z" fill="{look.shade}"/>'
    )


def _head(look: Look, face: Expression) -> str:
    blush = 0.1 + 0.14 * max(0.0, face.smile)
    cheeks = "".join(
        f'<ellipse cx="{x}" cy="154" rx="12" ry="8" fill="{look.lip}" fill-opacity="{blush:.3f}"/>' for x in (86, 154)
    )
    return (
        f'<ellipse cx="63" cy="128" rx="9" ry="15" fill="{look.skin}"/>'
        f'<ellipse cx="177" cy="128" rx="9" ry="15" fill="{look.shade}"/>'
        '<path d="M66 112 C64 66 90 48 120 48 C150 48 176 66 174 112 C174 150 166 170 148 188 '
        f'C134 202 106 202 92 188 C74 170 66 150 66 112 Z" fill="url(#skin)"/>{cheeks}'
    )


def _lines(look: Look) -> str:
    """What years leave: beside the mouth, then under the eyes and on the brow."""
    beside = "M92 150 C88 158 87 164 88 170 M148 150 C152 158 153 164 152 170"
    over = "M84 142 Q96 148 108 143 M132 143 Q144 148 156 142 M96 84 Q120 79 144 84 M100 74 Q120 70 140 74"
    shape = " ".join((beside, over)[: look.lines])
    if not shape:
        return ""
    return f'<path d="{shape}" stroke="{look.shade}" stroke-width="2" fill="none" stroke-linecap="round"/>'


def _freckles(look: Look) -> str:
    if not look.freckles:
        return ""
    spots = ((82, 148), (90, 143), (97, 150), (86, 156), (158, 148), (150, 143), (143, 150), (154, 156), (120, 139))
    return "".join(f'<circle cx="{x}" cy="{y}" r="1.7" fill="{look.shade}"/>' for x, y in spots)


def _aid(look: Look) -> str:
    if not look.aid:
        return ""
    return (
        '<path d="M182 112 C190 114 190 132 184 138" stroke="#6f7a80" stroke-width="6" fill="none" '
        'stroke-linecap="round"/><path d="M184 138 C180 142 177 140 176 134" stroke="#c8d0d4" stroke-width="2" '
        'fill="none"/>'
    )


def _beard(look: Look) -> str:
    if not look.beard:
        return ""
    return (
        '<path d="M67 130 C70 166 80 182 94 192 C108 204 132 204 146 192 C160 182 170 166 173 130 C168 148 160 156 '
        f'148 160 C136 164 130 158 120 158 C110 158 104 164 92 160 C80 156 72 148 67 130 Z" fill="{look.hair}" '
        'fill-opacity="0.92"/>'
    )


def _eyes(look: Look, face: Expression) -> str:
    return "".join(_eye(look, face, x) for x in (96, 144))


def _eye(look: Look, face: Expression, x: float) -> str:
    """White, iris, and the lids as skin over them."""
    upper = 9.5 * face.open_
    lower = upper * (1 - 0.55 * face.squint)
    top, low = 125 - 1.7 * upper, 125 + 1.35 * lower
    iris = 124.5 - 0.1 * upper
    return (
        f'<path d="M{x - 15} 125 Q{x} {top:.1f} {x + 15} 125 Q{x} {low:.1f} {x - 15} 125 Z" fill="#fbf8f2"/>'
        f'<circle cx="{x + face.gaze:.1f}" cy="{iris:.1f}" r="6.6" fill="{look.eye}"/>'
        f'<circle cx="{x + face.gaze:.1f}" cy="{iris:.1f}" r="3" fill="#120d0a"/>'
        f'<circle cx="{x + face.gaze + 2.2:.1f}" cy="{iris - 2.4:.1f}" r="1.6" fill="#ffffff"/>'
        f'<path d="M{x - 17} 116 Q{x} 100 {x + 17} 116 L{x + 15} 125 Q{x} {top:.1f} {x - 15} 125 Z" '
        f'fill="{look.skin}"/>'
        f'<path d="M{x - 15} 125 Q{x} {low:.1f} {x + 15} 125 L{x + 16} 137 L{x - 16} 137 Z" fill="{look.skin}"/>'
        f'<path d="M{x - 16} 125.5 Q{x} {125 - 1.75 * upper:.1f} {x + 16} 125.5" stroke="#2a1c16" stroke-width="2.6" '
        'fill="none" stroke-linecap="round"/>'
        f'<path d="M{x - 11} {127 + 0.5 * lower:.1f} Q{x} {low:.1f} {x + 11} {127 + 0.5 * lower:.1f}" '
        f'stroke="{look.shade}" stroke-width="1.5" fill="none" stroke-linecap="round"/>'
    )


def _brows(look: Look, face: Expression) -> str:
    drawn = []
    for side, x in ((-1, 96), (1, 144)):
        y = 106 - face.raise_ - (face.skew if side > 0 else -0.3 * face.skew)
        inner, outer = y + 0.75 * face.tilt, y - 0.35 * face.tilt + 2
        left, right = (outer, inner) if side < 0 else (inner, outer)
        bend = min(left, right) - 5 - 0.6 * max(0.0, -face.tilt) + 0.25 * max(0.0, face.tilt)
        drawn.append(
            f'<path d="M{x - 18} {left:.1f} Q{x - 2 * side} {bend:.1f} {x + 18} {right:.1f}" '
            f'stroke="{look.brow or look.hair}" stroke-width="5.4" fill="none" stroke-linecap="round"/>'
        )
    if face.tilt >= 5:
        drawn.append(
            f'<path d="M116 112 L115 102 M124 112 L125 102" stroke="{look.shade}" stroke-width="2" fill="none" '
            'stroke-linecap="round"/>'
        )
    return "".join(drawn)


def _nose(look: Look) -> str:
    return (
        f'<path d="M121 122 C124 136 131 146 128 151 C124 156 114 155 111 151" stroke="{look.shade}" '
        'stroke-width="2.6" fill="none" stroke-linecap="round"/>'
    )


def _mouth(look: Look, face: Expression) -> str:
    wide, curve, y = 22 * face.wide, 11 * face.smile, 171 - 3 * face.smile
    if face.mouth > 0.07:
        return _open_mouth(look, wide, curve, y, 15 * face.mouth)
    colour = "#d08a78" if look.beard else "#3d2019"
    left, right = y - 0.5 * curve + 0.4 * face.skew, y - 0.5 * curve - 0.4 * face.skew
    fold = look.hair_light if look.beard else look.shade
    return (
        f'<path d="M{120 - wide:.1f} {left:.1f} Q120 {y + curve:.1f} {120 + wide:.1f} {right:.1f}" stroke="{colour}" '
        'stroke-width="3.2" fill="none" stroke-linecap="round"/>'
        f'<path d="M{120 - 0.45 * wide:.1f} {y + 0.4 * curve + 7:.1f} Q120 {y + 0.6 * curve + 10:.1f} '
        f'{120 + 0.45 * wide:.1f} {y + 0.4 * curve + 7:.1f}" stroke="{fold}" stroke-width="2" fill="none" '
        'stroke-linecap="round"/>'
    )


def _open_mouth(look: Look, wide: float, curve: float, y: float, gap: float) -> str:
    corner = y - 0.35 * curve
    outline = (
        f"M{120 - wide:.1f} {corner:.1f} Q120 {y + 0.5 * curve - 0.35 * gap:.1f} {120 + wide:.1f} {corner:.1f} "
        f"Q120 {y + 1.1 * curve + 1.5 * gap:.1f} {120 - wide:.1f} {corner:.1f} Z"
    )
    teeth = (
        f"M{120 - 0.8 * wide:.1f} {y - 0.2 * curve + 0.5:.1f} Q120 {y + 0.55 * curve - 0.3 * gap:.1f} "
        f"{120 + 0.8 * wide:.1f} {y - 0.2 * curve + 0.5:.1f} Q120 {y + 0.7 * curve + 0.28 * gap:.1f} "
        f"{120 - 0.8 * wide:.1f} {y - 0.2 * curve + 0.5:.1f} Z"
    )
    return (
        f'<path d="{outline}" fill="#4a1f1c"/><path d="{teeth}" fill="#f6f1e8"/>'
        f'<path d="{outline}" fill="none" stroke="{look.lip}" stroke-width="2.6" stroke-linejoin="round"/>'
    )


_HAIR = {
    "short": (
        "M62 112 C56 54 88 32 124 34 C164 34 186 60 178 112 C174 96 168 84 158 76 C140 80 104 80 "
        "86 72 C74 82 68 94 62 112 Z",
        "M84 60 C100 44 136 42 156 58",
    ),
    "bun": (
        "M62 116 C56 62 86 42 120 42 C154 42 184 62 178 116 C172 92 158 72 120 70 C82 72 68 92 62 116 Z",
        "M84 66 C100 54 120 52 134 54",
    ),
    "curly": (
        "M60 114 C50 96 56 70 70 62 C74 40 98 30 116 36 C134 26 162 34 168 54 C186 62 190 92 180 "
        "114 C178 98 170 88 160 84 "
        "C150 76 138 84 126 76 C112 84 100 74 88 84 C74 86 66 96 60 114 Z",
        "M78 70 C84 60 96 58 102 62 M118 52 C128 46 142 50 148 58",
    ),
    "bald": (
        "M62 122 C58 104 60 92 68 82 C70 96 68 110 66 124 Z M178 122 C182 104 180 92 172 82 C170 96 172 110 174 124 Z",
        "M98 58 C110 52 124 51 136 54",
    ),
    "long": (
        "M60 132 C52 58 86 38 122 38 C160 38 188 60 180 132 C178 108 168 88 146 72 C138 66 128 64 120 64 C96 66 "
        "72 88 60 132 Z",
        "M82 70 C96 54 116 50 132 52",
    ),
    "tuft": (
        "M62 112 C58 66 82 44 108 40 L102 24 L122 36 L134 20 L138 38 C166 42 184 66 178 112 C174 94 166 82 152 78 "
        "L140 88 L126 78 L110 90 L96 78 C80 82 68 94 62 112 Z",
        "M84 64 C94 54 104 50 114 50",
    ),
    "wrap": (
        "M58 112 C50 58 84 26 122 26 C162 26 192 58 182 112 C170 88 150 78 120 78 C90 78 70 88 58 112 Z "
        "M112 34 C96 6 124 2 126 22 C136 0 160 12 138 36 Z",
        "M72 88 C92 66 128 58 172 72 M84 58 C100 44 132 38 160 52",
    ),
    "bob": (
        "M60 150 C50 60 84 38 122 38 C164 38 190 64 180 150 C178 118 170 92 142 76 C122 92 84 96 "
        "70 104 C64 118 62 132 60 150 Z",
        "M82 70 C96 52 128 48 146 56",
    ),
}


def _hair(look: Look) -> str:
    if look.style not in _HAIR:
        return ""
    shape, light = _HAIR[look.style]
    rings = '<circle cx="62" cy="146" r="4" fill="#d9b35b"/><circle cx="178" cy="146" r="4" fill="#d9b35b"/>'
    return (
        f'<path d="{shape}" fill="{look.hair}"/>'
        f'<path d="{light}" stroke="{look.hair_light}" stroke-width="4" fill="none" stroke-linecap="round"/>'
        + (rings if look.earrings else "")
    )


def _glasses(look: Look) -> str:
    if not look.glasses:
        return ""
    return (
        '<g stroke="#26221f" stroke-width="2.8" fill="#ffffff" fill-opacity="0.10"><rect x="74" y="110" width="42" '
        'height="30" rx="11"/><rect x="124" y="110" width="42" height="30" rx="11"/></g><path d="M116 121 Q120 117 124 '
        '121 M74 120 L64 116 M166 120 L176 116" stroke="#26221f" stroke-width="2.8" fill="none"/>'
    )
